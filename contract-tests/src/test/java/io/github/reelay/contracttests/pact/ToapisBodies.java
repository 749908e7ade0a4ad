package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.PactBodies.integer;
import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.PactBodies.status;
import static io.github.reelay.contracttests.pact.PactBodies.url;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PM;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The bodies of toapis as the mapper relies on them: shapes, and only the values it reads. */
final class ToapisBodies {
  private ToapisBodies() {}

  /** The members that a task has in every state. */
  static DslPart taskBody(String word, long progress, Consumer<LambdaDslObject> more) {
    return json(
        body -> {
          body.stringType("id", "video_7497f4d5");
          status(body, word);
          body.stringType("model", "sora-2");
          integer(body, "progress", progress);
          integer(body, "created_at", 1768380222);
          more.accept(body);
        });
  }

  static DslPart completedBody(Consumer<LambdaDslObject> video) {
    return taskBody(
        "completed",
        100,
        body -> {
          integer(body, "completed_at", 1768380514);
          integer(body, "expires_at", 1768466914);
          video.accept(body);
        });
  }

  static void result(LambdaDslObject body, String... urls) {
    body.object(
        "result",
        result ->
            result.array(
                "data",
                data ->
                    List.of(urls)
                        .forEach(
                            url ->
                                data.object(
                                    item -> {
                                      url(item, "url", url);
                                      item.stringType("format", "mp4");
                                    }))));
  }

  /** The same items as plain data, for the state of the provider. */
  static List<Map<String, String>> items(String... urls) {
    return Stream.of(urls).map(url -> Map.of("url", url, "format", "mp4")).toList();
  }

  /**
   * The code is the status as a number, as samples have it, or the documented word (T62 to T68).
   */
  static DslPart errorBody(long code, String word, String message) {
    return json(
        body ->
            body.object(
                "error",
                error -> {
                  error.or("code", code, PM.integerType(), PM.stringMatcher(word));
                  error.stringType("message", message);
                }));
  }

  static void reason(LambdaDslObject body, String code, String message) {
    body.object(
        "error",
        error -> {
          error.stringType("code", code);
          error.stringType("message", message);
        });
  }
}
