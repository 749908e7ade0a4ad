package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.ToapisBodies.errorBody;
import static io.github.reelay.contracttests.pact.ToapisBodies.reason;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.reelay.provider.toapis.ToapisDialect;
import org.junit.jupiter.api.Test;

/** Where toapis is asked, and what it refuses, pinned: one interaction for each error. */
abstract class ToapisRefusals extends ProviderPact {
  private static final String PATH = "/v1/videos/generations/";
  private static final String ID = "task_01K9S419324DREZFBWNSVXYR6H";

  ToapisRefusals() {
    super(new ToapisDialect(), ID);
  }

  @Override
  HttpRequestBuilder locate(HttpRequestBuilder request) {
    return request.path(Matchers.fromProviderState(PATH + "${taskId}", PATH + ID));
  }

  @Pact(consumer = CONSUMER)
  V4Pact invalidRequest(PactBuilder pact) {
    return query(pact, "invalid-request", "a task by a request that is not valid")
        .answers(400, errorBody(400, "Invalid request"));
  }

  @Test
  @PactTestFor(pactMethod = "invalidRequest")
  void readsAnInvalidRequest(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'invalid-request','origin':'relay','code':'400','message':'Invalid"
                    + " request','httpStatus':400,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact unauthorized(PactBuilder pact) {
    return query(pact, "unauthorized", "a task with a key that is not accepted")
        .answers(401, errorBody(401, "Authentication failed"));
  }

  @Test
  @PactTestFor(pactMethod = "unauthorized")
  void readsARefusedKey(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'unauthorized','origin':'relay','code':'401','message':'Authentication"
                    + " failed','httpStatus':401,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact quotaExhausted(PactBuilder pact) {
    return query(pact, "quota-exhausted", "a task when the balance is used up")
        .answers(402, errorBody(402, "Insufficient balance"));
  }

  @Test
  @PactTestFor(pactMethod = "quotaExhausted")
  void readsAnEmptyBalance(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'quota-exhausted','origin':'relay','code':'402','message':'Insufficient"
                    + " balance','httpStatus':402,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact notFound(PactBuilder pact) {
    return query(pact, "not-found", "a task that does not exist")
        .answers(404, errorBody(404, "Task not found"));
  }

  @Test
  @PactTestFor(pactMethod = "notFound")
  void readsAnUnknownTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'not-found','origin':'relay','code':'404','message':'Task not"
                    + " found','httpStatus':404,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact contentRejected(PactBuilder pact) {
    return query(pact, "content-rejected", "a task whose content was refused")
        .answers(422, errorBody(422, "Content refused"));
  }

  @Test
  @PactTestFor(pactMethod = "contentRejected")
  void readsRefusedContent(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'content-rejected','origin':'relay','code':'422','message':'Content"
                    + " refused','httpStatus':422,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact rateLimited(PactBuilder pact) {
    return query(pact, "rate-limited", "a task too often")
        .answersRetryAfter(errorBody(429, "Rate limit exceeded"));
  }

  @Test
  @PactTestFor(pactMethod = "rateLimited")
  void readsWhenToAskAgain(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'rate-limited','origin':'relay','code':'429','message':'Rate limit"
                    + " exceeded','httpStatus':429,'retry':'yes','retryAfterSeconds':30"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact rateLimitedByWord(PactBuilder pact) {
    return query(pact, "rate-limited-by-word", "a task too often, told in a word")
        .answersRetryAfter(json(body -> reason(body, "rate_limit_exceeded", "Rate exceeded")));
  }

  @Test
  @PactTestFor(pactMethod = "rateLimitedByWord")
  void readsAWordAsTheCode(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'rate-limited','origin':'relay','code':'rate_limit_exceeded','message':'Rate"
                    + " exceeded','httpStatus':429,'retry':'yes','retryAfterSeconds':30"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact providerError(PactBuilder pact) {
    return query(pact, "provider-error", "a task while the provider fails")
        .answers(500, errorBody(500, "Internal server error"));
  }

  @Test
  @PactTestFor(pactMethod = "providerError")
  void readsAnErrorOfTheProvider(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'provider-error','origin':'relay','code':'500','message':'Internal server"
                    + " error','httpStatus':500,'retry':'yes'"));
  }
}
