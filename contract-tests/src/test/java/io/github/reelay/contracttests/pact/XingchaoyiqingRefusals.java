package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.errorBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import org.junit.jupiter.api.Test;

/** Where xingchaoyiqing is asked, and what it refuses, pinned: one interaction for each error. */
abstract class XingchaoyiqingRefusals extends ProviderPact {
  private static final String PATH = "/v1/result/";
  private static final String ID = "sora_abc123def456";

  XingchaoyiqingRefusals() {
    super(new XingchaoyiqingDialect(), ID);
  }

  @Override
  HttpRequestBuilder locate(HttpRequestBuilder request) {
    return request.path(Matchers.fromProviderState(PATH + "${taskId}", PATH + ID));
  }

  @Pact(consumer = CONSUMER)
  V4Pact unauthorized(PactBuilder pact) {
    return query(pact, "unauthorized", "a task with a key that is not accepted")
        .answers(401, errorBody(401, "Not valid"));
  }

  @Test
  @PactTestFor(pactMethod = "unauthorized")
  void readsARefusedKey(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'unauthorized','origin':'relay','code':'401','message':'Not"
                    + " valid','httpStatus':401,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact notFound(PactBuilder pact) {
    return query(pact, "not-found", "a task that does not exist")
        .answers(404, errorBody(404, "No such task"));
  }

  @Test
  @PactTestFor(pactMethod = "notFound")
  void readsAnUnknownTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'not-found','origin':'relay','code':'404','message':'No such"
                    + " task','httpStatus':404,'retry':'no'"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact rateLimited(PactBuilder pact) {
    return query(pact, "rate-limited", "a task too often")
        .answersRetryAfter(json(body -> body.stringType("error", "Too many requests")));
  }

  @Test
  @PactTestFor(pactMethod = "rateLimited")
  void readsWhenToAskAgain(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'rate-limited','origin':'relay','message':'Too many"
                    + " requests','httpStatus':429,'retry':'yes','retryAfterSeconds':30"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact providerError(PactBuilder pact) {
    return query(pact, "provider-error", "a task while the provider fails")
        .answers(500, json(body -> body.stringType("error", "Internal server error")));
  }

  @Test
  @PactTestFor(pactMethod = "providerError")
  void readsAnErrorOfTheProvider(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            refusal(
                "'kind':'provider-error','origin':'relay','message':'Internal server"
                    + " error','httpStatus':500,'retry':'yes'"));
  }
}
