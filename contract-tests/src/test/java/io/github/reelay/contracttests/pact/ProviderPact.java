package io.github.reelay.contracttests.pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PM;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.Provider;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the pacts of all providers have in common: the consumer, the question, the four shapes of a
 * refusal that no provider documents but each may send, and the check of the file. Extensions wrap
 * each other in the order in which they stand, so {@link CommittedPact} sees what Pact has written.
 */
@ExtendWith({CommittedPact.class, PactConsumerTestExt.class})
abstract class ProviderPact {
  static final String CONSUMER = "reelay-normalizer";
  static final String KEY = "sk-pact";

  /** The finding that a status outside the contract leaves. */
  static final String UNKNOWN_WORD =
      "{'kind':'undocumented-value','pointer':'/status',"
          + "'detail':'the contract does not name this word'}";

  /** The finding that the member {@code region} leaves. */
  static final String UNDOCUMENTED_FIELD =
      "{'kind':'undocumented-field','pointer':'/region',"
          + "'detail':'the contract declares no such member'}";

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Dialect dialect;
  private final String id;

  /** A provider that speaks the dialect and is asked for the task of that id. */
  ProviderPact(Dialect dialect, String id) {
    this.dialect = dialect;
    this.id = id;
  }

  /** Adds to a request where the task is asked for; the provider's state gives the id. */
  abstract HttpRequestBuilder locate(HttpRequestBuilder request);

  final PactedQuery query(PactBuilder pact, String name, String description) {
    return new PactedQuery(pact, this::locate, name, description);
  }

  /** Asks the mock server by the generated client; the reading as canonical JSON. */
  final String read(MockServer server) {
    try (Provider provider =
        Provider.builder(dialect)
            .baseUrl(URI.create(server.getUrl()))
            .key(() -> KEY)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build()) {
      return CanonicalJson.line(provider.query(id));
    }
  }

  /** The canonical JSON of a task without findings; its members in single quotes. */
  final String canonical(String members) {
    return canonical(members, "");
  }

  final String canonical(String members, String findings) {
    return quoted(
        "{'provider':'%s','id':'%s',%s,'findings':[%s]}"
            .formatted(dialect.profile().name(), id, members, findings));
  }

  /** The members that tell a state, and whether it is an end. */
  static String is(String status, String word) {
    boolean terminal = !List.of("queued", "running", "unknown").contains(status);
    return "'status':'%s','providerStatus':'%s','terminal':%s".formatted(status, word, terminal);
  }

  /** The canonical JSON of an answer without a task, for that failure of the relay. */
  final String refusal(String failure) {
    return canonical("'failure':{%s}".formatted(failure));
  }

  private static String quoted(String json) {
    return json.replace("\n", "").replace('\'', '"');
  }

  static DslPart json(Consumer<LambdaDslObject> members) {
    return newJsonBody(members::accept).build();
  }

  /** A whole number that may need 64 bits. */
  static void integer(LambdaDslObject in, String name, long example) {
    in.and(name, example, PM.integerType());
  }

  /** The mapper takes absolute addresses of the web only. */
  static void url(LambdaDslObject in, String name, String example) {
    in.stringMatcher(name, "https?://.+", example);
  }

  /** The mapper depends on the word, so it is pinned as it is. */
  static void status(LambdaDslObject in, String word) {
    in.stringValue("status", word);
  }

  @Pact(consumer = CONSUMER)
  V4Pact refusedByTheGateway(PactBuilder pact) {
    return query(pact, "gateway-code", "a task, refused by a gateway with a code")
        .like("unauthorized")
        .without("/error")
        .with("/code", "invalid_token")
        .with("/message", "The token has expired")
        .answers(
            401,
            json(
                body -> {
                  body.stringType("code", "invalid_token");
                  body.stringType("message", "The token has expired");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "refusedByTheGateway")
  void readsTheCodeAndTheMessageOfAGateway(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                """
                'kind':'unauthorized','origin':'relay','code':'invalid_token',
                'message':'The token has expired','httpStatus':401,'retry':'no'\
                """));
  }

  @Pact(consumer = CONSUMER)
  V4Pact refusedInShort(PactBuilder pact) {
    return query(pact, "gateway-msg", "a task, refused by a gateway with a short message")
        .like("not-found")
        .without("/error")
        .with("/msg", "No such task")
        .answers(404, json(body -> body.stringType("msg", "No such task")));
  }

  @Test
  @PactTestFor(pactMethod = "refusedInShort")
  void readsTheMessageUnderItsShortName(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                """
                'kind':'not-found','origin':'relay','message':'No such task',
                'httpStatus':404,'retry':'no'\
                """));
  }

  @Pact(consumer = CONSUMER)
  V4Pact refusedInText(PactBuilder pact) {
    return query(pact, "error-text", "a task, refused with an error in plain text")
        .like("not-found")
        .with("/error", "The record has been deleted")
        .answers(404, json(body -> body.stringType("error", "The record has been deleted")));
  }

  @Test
  @PactTestFor(pactMethod = "refusedInText")
  void readsAnErrorInPlainText(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                """
                'kind':'not-found','origin':'relay','message':'The record has been deleted',
                'httpStatus':404,'retry':'no'\
                """));
  }

  @Pact(consumer = CONSUMER)
  V4Pact refusedByType(PactBuilder pact) {
    return query(pact, "error-type", "a task, refused with a type instead of a code")
        .like("unauthorized")
        .with("/error", Map.of("type", "insufficient_quota"))
        // The mapper knows the word, so it is pinned as it is: it outweighs the status.
        .answers(
            401,
            json(body -> body.object("error", e -> e.stringValue("type", "insufficient_quota"))));
  }

  @Test
  @PactTestFor(pactMethod = "refusedByType")
  void readsTheTypeOfAnErrorWithoutACode(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                """
                'kind':'quota-exhausted','origin':'relay','code':'insufficient_quota',
                'httpStatus':401,'retry':'no'\
                """));
  }
}
