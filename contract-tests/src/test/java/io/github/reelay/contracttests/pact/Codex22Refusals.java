package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.Codex22Bodies.errorBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.reelay.provider.codex22.Codex22Dialect;
import org.junit.jupiter.api.Test;

/** Where 22codex is asked, and what it refuses, pinned: one interaction for each error. */
abstract class Codex22Refusals extends ProviderPact {
  private static final String ID = "sora-2:task_01kbfq03gpe0wr9ge11z09xqrj";

  Codex22Refusals() {
    super(new Codex22Dialect(), ID);
  }

  @Override
  HttpRequestBuilder locate(HttpRequestBuilder request) {
    return request
        .path("/v1/videos/video_id")
        .queryParameter("id", Matchers.fromProviderState("${taskId}", ID));
  }

  @Pact(consumer = CONSUMER)
  V4Pact taskNotExist(PactBuilder pact) {
    return query(pact, "task-not-exist", "a task that does not exist, told in a word")
        .answers(
            400,
            json(
                body -> { // The mapper knows the word, which outweighs the status.
                  body.stringValue("code", "task_not_exist");
                  body.stringType("message", "No such task");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "taskNotExist")
  void readsTheWordForAnUnknownTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'not-found','origin':'relay','code':'task_not_exist','message':'No such"
                    + " task','httpStatus':400,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact unauthorized(PactBuilder pact) {
    return query(pact, "unauthorized", "a task with a key that is not accepted")
        .answers(401, errorBody("invalid_api_key", "Not valid"));
  }

  @Test
  @PactTestFor(pactMethod = "unauthorized")
  void readsARefusedKey(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'unauthorized','origin':'relay','code':'invalid_api_key','message':'Not"
                    + " valid','httpStatus':401,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact notFound(PactBuilder pact) {
    return query(pact, "not-found", "a task that does not exist")
        .answers(404, errorBody("not_found", "No such task"));
  }

  @Test
  @PactTestFor(pactMethod = "notFound")
  void readsAnUnknownTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'not-found','origin':'relay','code':'not_found','message':'No such"
                    + " task','httpStatus':404,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact rateLimited(PactBuilder pact) {
    return query(pact, "rate-limited", "a task too often")
        .answersRetryAfter(errorBody("rate_limit_exceeded", "Too many requests"));
  }

  @Test
  @PactTestFor(pactMethod = "rateLimited")
  void readsWhenToAskAgain(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'rate-limited','origin':'relay','code':'rate_limit_exceeded','message':'Too"
                    + " many requests','httpStatus':429,'retry':'yes','retryAfterSeconds':30"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact providerError(PactBuilder pact) {
    return query(pact, "provider-error", "a task while the provider fails")
        .answers(500, errorBody("internal_error", "Internal server error"));
  }

  @Test
  @PactTestFor(pactMethod = "providerError")
  void readsAnErrorOfTheProvider(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'provider-error','origin':'relay','code':'internal_error','message':'Internal"
                    + " server error','httpStatus':500,'retry':'yes'"));
  }
}
