package io.github.reelay.contracttests.contradiction;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contract.Finding;
import io.github.reelay.contracttools.spec.ExampleServer;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.provider.Provider;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Responses of one provider: its document's own examples, whole or with a member changed. */
final class ExampleResponses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String provider;

  ExampleResponses(String provider) {
    this.provider = provider;
  }

  /** The example of that name, to be changed at will. */
  ObjectNode example(String name) {
    return Spec.of(provider).example(name).value().deepCopy();
  }

  /** The example of that name with another value, given as JSON, at that pointer. */
  ObjectNode example(String name, String pointer, String value) {
    return with(example(name), pointer, value);
  }

  /** The body with another value, given as JSON, at that pointer. */
  static ObjectNode with(ObjectNode body, String pointer, String value) {
    JsonPointer place = JsonPointer.compile(pointer);
    ((ObjectNode) body.at(place.head())).set(place.last().getMatchingProperty(), json(value));
    return body;
  }

  /** The body without the member at that pointer. */
  static ObjectNode without(ObjectNode body, String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    ((ObjectNode) body.at(place.head())).remove(place.last().getMatchingProperty());
    return body;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }

  /** The response to the document's own request. */
  QueryResult read(int status, JsonNode body) {
    return read(status, body, TestProviders.OBSERVED_AT);
  }

  QueryResult read(int status, JsonNode body, Instant observedAt) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    RecordedResponse response = new RecordedResponse(status, Map.of(), bytes, observedAt);
    return TestProviders.dialect(provider).read(provider, Spec.of(provider).queriedId(), response);
  }

  VideoTask task(JsonNode body) {
    return read(200, body).taskOrThrow();
  }

  Video video(JsonNode body) {
    return ((TaskState.Succeeded) task(body).state()).video();
  }

  /** The failure of a failed task, or of a response that shows none. */
  Failure failure(int status, JsonNode body) {
    QueryResult result = read(status, body);
    return result instanceof QueryResult.Failed failed
        ? failed.failure()
        : ((TaskState.Failed) result.taskOrThrow().state()).failure();
  }

  /** The findings as kind and pointer. */
  List<String> findings(JsonNode body) {
    return read(200, body).findings().stream().map(ExampleResponses::brief).toList();
  }

  private static String brief(Finding finding) {
    return finding.kind().jsonName() + " " + finding.pointer();
  }

  PollingDefaults polling() {
    return TestProviders.dialect(provider).profile().polling();
  }

  /** What goes over the wire when the document's own request is made. */
  ExampleServer.Query request() throws IOException {
    try (ExampleServer server = ExampleServer.start();
        Provider client =
            TestProviders.at(provider, server.serve(Spec.of(provider).example("running")))) {
      client.query(Spec.of(provider).queriedId());
      return server.query().get(0);
    }
  }
}
