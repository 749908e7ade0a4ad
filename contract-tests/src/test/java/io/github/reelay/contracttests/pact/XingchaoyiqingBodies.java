package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.ProviderPact.integer;
import static io.github.reelay.contracttests.pact.ProviderPact.json;
import static io.github.reelay.contracttests.pact.ProviderPact.status;
import static io.github.reelay.contracttests.pact.ProviderPact.url;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import java.util.function.Consumer;

/**
 * The bodies of xingchaoyiqing as the mapper relies on them: shapes, and only the values it reads.
 */
final class XingchaoyiqingBodies {
  private XingchaoyiqingBodies() {}

  /** The members that every task has, and more. */
  static DslPart taskBody(String word, Consumer<LambdaDslObject> more) {
    return json(
        body -> {
          body.stringType("id", "sora_abc123def456");
          body.stringType("model", "openAiSora2Plus");
          status(body, word);
          integer(body, "created", 1774493771);
          more.accept(body);
        });
  }

  /** What is null where it does not apply: this is the documented variant, so it is pinned. */
  static void nulls(LambdaDslObject body, String... names) {
    for (String name : names) {
      body.nullValue(name);
    }
  }

  static void video(LambdaDslObject body) {
    url(body, "video_url", "https://files.example.com/1.mp4?signature=s");
  }

  static DslPart errorBody(long code, String message) {
    return json(
        body ->
            body.object(
                "error",
                error -> {
                  integer(error, "code", code);
                  error.stringType("message", message);
                }));
  }
}
