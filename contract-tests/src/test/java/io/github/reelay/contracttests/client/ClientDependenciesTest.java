package io.github.reelay.contracttests.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import feign.Feign;
import io.github.reelay.client.toapis.VideoTasksApi;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contracttools.spec.ExampleServer;
import io.github.reelay.contracttools.spec.Spec;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who takes one client gets Feign, Jackson's streaming core and nothing that was not requested. */
class ClientDependenciesTest {
  /** One class of each jar that a client may bring. */
  private static final List<Class<?>> BROUGHT =
      List.of(Feign.class, JsonParser.class, JsonProperty.class, NullMarked.class);

  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void aClientBringsFiveModules(String folder) throws Exception {
    assertThat(Dependencies.ofClient(folder))
        .containsExactly(
            "com.fasterxml.jackson.core:jackson-annotations",
            "com.fasterxml.jackson.core:jackson-core",
            "io.github.openfeign:feign-core",
            "io.github.reelay:reelay-client-runtime",
            "org.jspecify:jspecify");
  }

  @Test
  void noneOfThemBringsAnother() throws Exception {
    for (Class<?> type : BROUGHT) {
      assertThat(Dependencies.ofJarWith(type)).as(type.getName()).isEmpty();
    }
  }

  /** A class loader that has those five, one client and the test's own classes. */
  @Test
  void nothingElseIsNeededAtRunTime() throws Exception {
    URL[] path = {
      url(Feign.class),
      url(JsonParser.class),
      url(JsonProperty.class),
      url(NullMarked.class),
      url(ContractReader.class),
      url(VideoTasksApi.class),
      url(ClientAlone.class)
    };
    try (ExampleServer server = ExampleServer.start();
        URLClassLoader alone = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      @SuppressWarnings("unchecked") // ClientAlone is one
      UnaryOperator<String> client =
          (UnaryOperator<String>)
              alone.loadClass(ClientAlone.class.getName()).getConstructor().newInstance();

      String url = client.apply(server.serve(Spec.of("toapis").example("completed")).toString());

      assertThat(client.getClass()).isNotEqualTo(ClientAlone.class);
      assertThat(url)
          .isEqualTo("https://files.dashlyai.cc/sora/7497f4d5-3a88-44c7-923a-967fa7d941a0.mp4");
      assertThatThrownBy(() -> alone.loadClass("com.fasterxml.jackson.databind.ObjectMapper"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  private static URL url(Class<?> type) throws Exception {
    return Dependencies.location(type).toUri().toURL();
  }
}
