package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.document.DocumentedDialect;
import io.github.reelay.dialect.document.TaskHook;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.document.DialectDocument;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.mapping.TaskMapping;
import io.github.reelay.provider.codex22.HookOfCodex22;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A document that is followed at run time reads as the mapping that is generated from it: for ten
 * thousand mutated bodies in all, and with {@code -Dmutated.bodies=10000} for as many of each
 * provider.
 */
class InterpretedMappingTest {
  private static final int BODIES = Integer.getInteger("mutated.bodies", 2_500);
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
    String text = DocumentedBodies.text(provider);
    return interpreted(provider, DialectDocument.read(provider + ".yaml", text));
  }

  private static Dialect interpreted(String provider, DialectDocument document) {
    TaskHook hook = provider.equals("22codex") ? HookOfCodex22.make() : TaskHook.NONE;
    return new Interpreted(document.mapping(), hook);
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
  void mutatedBodiesReadTheSame(Dialect released) {
    Dialect interpreted = interpreted(released.profile().name());
    List<byte[]> bodies = MutatedBodies.of(released, BODIES).all();
    Map<String, Integer> read = new TreeMap<>();

    for (byte[] body : bodies) {
      read.merge(compare(released, interpreted, body), 1, Integer::sum);
    }

    assertThat(bodies).hasSizeGreaterThanOrEqualTo(BODIES);
    assertThat(read)
        .as("most are tasks, and in every state")
        .containsKeys("queued", "running", "succeeded", "failed", "cancelled", "unknown")
        .hasEntrySatisfying("none", none -> assertThat(none).isLessThan(BODIES * 2 / 5));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("released")
  void aDocumentThatSaysSomethingElseReadsOneOfThemOtherwise(Dialect released) {
    List<byte[]> bodies = MutatedBodies.of(released, 8_000).all();
    List<String> expected = bodies.stream().map(body -> line(released, seen(body))).toList();
    String provider = released.profile().name();
    Map<String, DialectDocument> documents =
        MutatedBodies.documents(DocumentedBodies.text(provider));

    assertThat(documents).hasSizeGreaterThan(10);
    documents.values().removeIf(each -> isNoticed(interpreted(provider, each), bodies, expected));
    assertThat(documents.keySet()).as("what no body notices").isEmpty();
  }

  private static boolean isNoticed(Dialect other, List<byte[]> bodies, List<String> expected) {
    for (int i = 0; i < bodies.size(); i++) {
      if (!line(other, seen(bodies.get(i))).equals(expected.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static RecordedResponse seen(byte[] body) {
    return new RecordedResponse(200, Map.of(), body, SEEN);
  }

  private static String line(Dialect dialect, RecordedResponse response) {
    return CanonicalJson.line(dialect.read("p", "t1", response));
  }

  /** Compares what both read, and tells the status of the task; {@code none} without one. */
  private static String compare(Dialect released, Dialect interpreted, byte[] body) {
    if (body.length % 5 == 0) {
      RecordedResponse refused = new RecordedResponse(404, Map.of(), body, SEEN);
      assertThat(line(interpreted, refused)).isEqualTo(line(released, refused));
    }
    QueryResult result = released.read("p", "t1", seen(body));
    assertThat(line(interpreted, seen(body)))
        .as(() -> new String(body, StandardCharsets.UTF_8))
        .isEqualTo(CanonicalJson.line(result));
    return result instanceof QueryResult.Failed ? "none" : result.taskOrThrow().status().jsonName();
  }

  @Test
  void anOpenApiDocumentIsAContract() {
    String text = DocumentedBodies.text("toapis").replace("x-provider: toapis", "x-provider: my");

    Dialect my = Dialect.parse("my.yaml", text);

    assertThat(my.hasContract()).isTrue();
    assertThat(my.profile().lastVerified()).isEqualTo("2026-11-21");
    assertThat(CanonicalJson.line(my.read("{\"id\":\"a\",\"status\":\"queued\",\"odd\":1}")))
        .contains("\"provider\":\"my\"", "\"undocumented-field\"", "\"/odd\"");
  }
}
