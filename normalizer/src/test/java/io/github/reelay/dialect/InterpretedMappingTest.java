package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.document.DocumentedDialect;
import io.github.reelay.dialect.document.TaskHook;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.document.DialectDocument;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.mapping.TaskMapping;
import io.github.reelay.provider.codex22.HookOfCodex22;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that is followed at run time reads as the mapping that is generated from it. */
class InterpretedMappingTest {
  private static final int MUTATED = 10_000;
  private static final Instant SEEN = Instant.parse("2026-01-14T08:43:42.5Z");

  /** Speaks what the document of a released provider says, without its generated client. */
  private static final class Interpreted extends DocumentedDialect {
    Interpreted(TaskMapping<?> mapping, TaskHook hook) {
      super(mapping, hook);
    }

    @Override
    public ClientBinding<?> binding() {
      return ClientBinding.ofPath();
    }
  }

  private static Dialect interpreted(String provider) {
    TaskHook hook = provider.equals("22codex") ? HookOfCodex22.make() : TaskHook.NONE;
    DialectDocument document = DialectDocument.read(provider + ".yaml", text(provider));
    return new Interpreted(document.mapping(), hook);
  }

  private static String text(String provider) {
    String resource = "/io/github/reelay/specs/" + provider + ".yaml";
    try (InputStream in = InterpretedMappingTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Stream<Dialect> released() {
    return SampleResponses.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("released")
  void theProfileIsTheSame(Dialect released) {
    assertThat(interpreted(released.profile().name()).profile()).isEqualTo(released.profile());
  }

  @ParameterizedTest
  @MethodSource("released")
  void everyExampleOfEveryProviderReadsTheSame(Dialect released) {
    Dialect interpreted = interpreted(released.profile().name());

    List<Object> bodies = DocumentedBodies.all();
    assertThat(bodies).hasSizeGreaterThan(20);
    for (Object body : bodies) {
      compare(released, interpreted, DocumentedBodies.json(body).getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void tenThousandMutatedBodiesReadTheSame(Dialect released) {
    Dialect interpreted = interpreted(released.profile().name());
    Mutator mutator = new Mutator(20261126);
    List<Object> bodies = DocumentedBodies.all();

    for (int i = 0; i < MUTATED / 2; i++) {
      String json = DocumentedBodies.json(mutator.mutate(bodies.get(i % bodies.size())));
      compare(released, interpreted, json.getBytes(StandardCharsets.UTF_8));
      compare(released, interpreted, mutator.mutate(json));
    }
  }

  private static void compare(Dialect released, Dialect interpreted, byte[] body) {
    for (int status : body.length % 5 == 0 ? new int[] {200, 404} : new int[] {200}) {
      RecordedResponse response = new RecordedResponse(status, Map.of(), body, SEEN);

      assertThat(CanonicalJson.line(interpreted.read("p", "t1", response)))
          .as(() -> status + " " + new String(body, StandardCharsets.UTF_8))
          .isEqualTo(CanonicalJson.line(released.read("p", "t1", response)));
    }
  }

  @Test
  void anOpenApiDocumentIsAContract() {
    String text = text("toapis").replace("x-provider: toapis", "x-provider: my");

    Dialect my = Dialect.parse("my.yaml", text);

    assertThat(my.hasContract()).isTrue();
    assertThat(my.profile().lastVerified()).isEqualTo("2026-11-21");
    assertThat(CanonicalJson.line(my.read("{\"id\":\"a\",\"status\":\"queued\",\"odd\":1}")))
        .contains("\"provider\":\"my\"", "\"undocumented-field\"", "\"/odd\"");
  }
}
