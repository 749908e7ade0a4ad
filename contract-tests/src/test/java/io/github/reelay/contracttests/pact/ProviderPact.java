package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.Provider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The pact with one provider: how it is queried, and how its interactions are played and kept.
 *
 * @param test the class of the tests, which the interactions name
 * @param dialect what the provider speaks
 * @param id the task that is queried
 * @param locate adds to a request where the id of the task stands; the provider's state gives the
 *     id
 */
record ProviderPact(
    Class<?> test, Dialect dialect, String id, UnaryOperator<HttpRequestBuilder> locate) {
  static final String KEY = "sk-pact";

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /** A query for a task, of which the name tells the example and the description the rest. */
  PactedQuery query(String name, String description) {
    return new PactedQuery(this, name, description);
  }

  String provider() {
    return dialect.profile().name();
  }

  /** The text with the provider's name and the task's id in its two gaps. */
  String named(String json) {
    return json.formatted(provider(), id);
  }

  /**
   * Plays the interaction to the live query and to the published client, and compares what is read
   * of both.
   */
  void requireReading(PactCase pinned) throws Exception {
    BaseMockServer server =
        MockHttpServerKt.mockServer(
            pinned.pact(), MockProviderConfig.createDefault(PactSpecVersion.V4));
    server.start();
    try {
      server.waitForServer();
      String reading = read(URI.create(server.getUrl()));

      assertThat(reading).isEqualTo(pinned.line());
      assertThat(readByFeign(URI.create(server.getUrl()))).as("by Feign").isEqualTo(pinned.line());
      assertThat(server.validateMockServerState(reading))
          .isInstanceOf(PactVerificationResult.Ok.class);
    } finally {
      server.stop();
    }
  }

  private String read(URI baseUrl) {
    try (Provider provider =
        Provider.builder(dialect)
            .baseUrl(baseUrl)
            .key(() -> KEY)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build()) {
      return CanonicalJson.line(provider.query(id));
    }
  }

  private String readByFeign(URI baseUrl) throws Exception {
    RecordedResponse response = new PublishedClient(baseUrl, KEY).query(dialect.binding(), id, NOW);
    return CanonicalJson.line(dialect.read(provider(), id, response));
  }

  /**
   * Writes the pact and the tolerance file, and compares both with the committed files. With {@code
   * -Dpact.rewrite=true} it takes the files over instead.
   *
   * @throws AssertionError if the files differ, or if a committed one was rewritten
   */
  void requireCommitted(List<PactCase> cases) throws IOException {
    Path published = write("published", cases.stream().filter(PactCase::published).toList());
    Path tolerated = write("tolerance", cases.stream().filter(each -> !each.published()).toList());
    if (Boolean.getBoolean("pact.rewrite")) {
      assertAll(
          () -> PactFiles.rewrite(published, PactFiles.committed(provider())),
          () -> PactFiles.rewrite(tolerated, PactFiles.tolerance(provider())));
    } else {
      PactFiles.requireEqual(published, PactFiles.committed(provider()));
      PactFiles.requireEqual(tolerated, PactFiles.tolerance(provider()));
    }
  }

  private Path write(String folder, List<PactCase> cases) throws IOException {
    assertThat(cases)
        .as(
            "the interactions of %s for the folder %s; those of an example with changes are"
                + " tolerated, the others published",
            provider(), folder)
        .isNotEmpty();
    Path written = PactFiles.WRITTEN.resolve(folder).resolve(PactFiles.nameFor(provider()));
    Files.createDirectories(written.getParent());
    Files.deleteIfExists(written); // Pact would add to it
    List<Interaction> interactions =
        cases.stream().flatMap(each -> each.pact().getInteractions().stream()).toList();
    V4Pact pact =
        new V4Pact(
            new Consumer(PactFiles.CONSUMER),
            new au.com.dius.pact.core.model.Provider(provider()),
            interactions,
            cases.get(0).pact().getMetadata());
    DefaultPactWriter.INSTANCE.writePact(
        written.toFile(), pact.sortInteractions(), PactSpecVersion.V4);
    return written;
  }
}
