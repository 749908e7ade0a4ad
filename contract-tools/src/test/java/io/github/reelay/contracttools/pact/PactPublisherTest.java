package io.github.reelay.contracttools.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishes pacts and results to a server with the broker's documented endpoints. */
class PactPublisherTest {
  private static final String TOAPIS =
      "/pacts/provider/toapis/consumer/reelay-normalizer/version/4f2a91c";
  private static final LiveResult RESULT =
      new LiveResult(
          "toapis", List.of("toapis completed"), List.of(), List.of("toapis queued: no task"));

  private StubBroker broker;

  @BeforeEach
  void startBroker() throws IOException {
    broker = StubBroker.start();
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  private Map<String, String> environment() {
    return new HashMap<>(
        Map.of(
            "PACT_BROKER_BASE_URL", broker.url() + "/",
            "PACT_BROKER_TOKEN", StubBroker.TOKEN,
            "PACT_CONSUMER_VERSION", "4f2a91c",
            "PACT_CONSUMER_BRANCH", "main",
            "PACT_PROVIDER_VERSION", "2026-11-26",
            "PACT_BUILD_URL", "https://ci.example/7"));
  }

  private static Map<String, Path> pacts() {
    Map<String, Path> pacts = new TreeMap<>();
    TestProviders.names().forEach(name -> pacts.put(name, PactFiles.committed(name)));
    return pacts;
  }

  @Test
  void sendsAllPactsAsTheyAreWithBranchAndBuild() throws Exception {
    List<String> notices = PactPublisher.from(environment()).publish(pacts());

    assertThat(notices).containsExactly("success: published");
    assertThat(broker.published).hasSize(1);
    JsonNode request = broker.published.get(0);
    assertThat(request.get("pacticipantName").asText()).isEqualTo("reelay-normalizer");
    assertThat(request.get("pacticipantVersionNumber").asText()).isEqualTo("4f2a91c");
    assertThat(request.get("branch").asText()).isEqualTo("main");
    assertThat(request.get("buildUrl").asText()).isEqualTo("https://ci.example/7");
    assertThat(request.get("contracts")).hasSize(TestProviders.names().size());
    assertThat(request.at("/contracts/0/specification").asText()).isEqualTo("pact");
    assertThat(request.at("/contracts/0/contentType").asText()).isEqualTo("application/json");
    for (String name : TestProviders.names()) {
      assertThat(broker.pact(TOAPIS.replace("toapis", name)))
          .isEqualTo(Files.readAllBytes(PactFiles.committed(name)));
    }
  }

  @Test
  void failsIfTheBrokerRefusesAndKeepsTheToken(@TempDir Path folder) throws Exception {
    PactPublisher publisher = PactPublisher.from(environment());
    publisher.publish(pacts());
    Path other = Files.writeString(folder.resolve("other.json"), "{}");

    assertThatThrownBy(() -> publisher.publish(Map.of("toapis", other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected 200 or 201 of the broker for POST %s/contracts/publish, found 409"
                    .formatted(broker.url())
                + " {\"notices\":[{\"type\":\"error\",\"text\":\"cannot change\"}]}; check the URL,"
                + " the token and the version");
    assertThat(publisher.toString()).doesNotContain(StubBroker.TOKEN);
  }

  @Test
  void sendsAResultToThePactThatTheBrokerHas() throws Exception {
    PactPublisher.from(environment()).publish(pacts());

    assertThat(ResultPublisher.from(environment()).publish(RESULT))
        .hasToString(broker.url() + TOAPIS + "/verification-results");

    JsonNode result = broker.results.get(0);
    assertThat(result.get("success").asBoolean()).isTrue();
    assertThat(result.get("providerApplicationVersion").asText()).isEqualTo("2026-11-26");
    assertThat(result.get("buildUrl").asText()).isEqualTo("https://ci.example/7");
    assertThat(result.get("testResults").toString())
        .isEqualTo(
            "[{\"interaction\":\"toapis completed\",\"outcome\":\"verified\"},"
                + "{\"interaction\":\"toapis queued: no task\",\"outcome\":\"not verified\"}]");
  }

  @Test
  void aDifferenceIsNoSuccess() throws Exception {
    PactPublisher.from(environment()).publish(pacts());

    ResultPublisher.from(environment())
        .publish(new LiveResult("toapis", List.of(), List.of("toapis failed"), List.of()));

    assertThat(broker.results.get(0).get("success").asBoolean()).isFalse();
  }

  @Test
  void saysThatAPactWasNotPublished() {
    assertThatThrownBy(() -> ResultPublisher.from(environment()).publish(RESULT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected 200 or 201 of the broker for GET %s, found 404 {}; check the URL, the token and"
                    .formatted(broker.url() + TOAPIS)
                + " the version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PACT_BROKER_BASE_URL",
        "PACT_BROKER_TOKEN",
        "PACT_CONSUMER_VERSION",
        "PACT_CONSUMER_BRANCH"
      })
  void demandsEveryVariable(String name) {
    Map<String, String> without = environment();
    without.remove(name);

    assertThatThrownBy(() -> PactPublisher.from(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "expected the environment variable " + name + ", found none; set it to ");
  }

  @Test
  void demandsTheVersionOfTheProvider() {
    Map<String, String> without = environment();
    without.remove("PACT_PROVIDER_VERSION");

    assertThatThrownBy(() -> ResultPublisher.from(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected the environment variable PACT_PROVIDER_VERSION, found none; set it to the"
                + " day, because providers name no version");
  }
}
