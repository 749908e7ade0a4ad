package io.github.reelay.contracttools.pact;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts a provider of the sandbox into the state that an interaction needs: the next query for a
 * fresh task gets the example that the state names, after its changes. An example comes from the
 * specification, a change from the pact itself.
 */
public final class SandboxStates {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Sandbox sandbox;
  private final AtomicInteger tasks = new AtomicInteger();

  /** One over that sandbox, which the caller closes. */
  public SandboxStates(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * Prepares the response.
   *
   * @return what the request is completed with: the id of the task
   * @throws IllegalArgumentException if the state, the example or a pointer is not known
   */
  public Map<String, Object> prepare(
      String provider, String state, Map<String, Object> parameters) {
    SandboxResponse response =
        sandbox.example(provider, String.valueOf(parameters.get(States.EXAMPLE)));
    String task = "pact-" + tasks.incrementAndGet();
    sandbox.enqueue(
        provider,
        task,
        switch (state) {
          case States.DOCUMENTED -> response;
          case States.CHANGED -> changed(response, parameters);
          default ->
              throw new IllegalArgumentException(
                  "expected one of the states '%s' and '%s', found '%s'"
                      .formatted(States.DOCUMENTED, States.CHANGED, state));
        });
    return Map.of(States.TASK_ID, task);
  }

  private static SandboxResponse changed(SandboxResponse response, Map<String, Object> parameters) {
    ObjectNode body = tree(response);
    if (parameters.get(States.REMOVE) instanceof List<?> pointers) {
      pointers.forEach(pointer -> remove(body, String.valueOf(pointer)));
    }
    if (parameters.get(States.SET) instanceof Map<?, ?> changes) {
      changes.forEach((pointer, value) -> set(body, String.valueOf(pointer), value));
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return new SandboxResponse(response.status(), response.headers(), bytes);
  }

  private static ObjectNode tree(SandboxResponse response) {
    try {
      return (ObjectNode) JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalArgumentException("expected an example that is a JSON object", e);
    }
  }

  private static void remove(ObjectNode body, String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    if (parent(body, place).remove(place.last().getMatchingProperty()) == null) {
      throw new IllegalArgumentException(
          "expected the example to have the member " + pointer + ", found none; drop the removal");
    }
  }

  private static void set(ObjectNode body, String pointer, Object value) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode node = JSON.valueToTree(value);
    parent(body, place).set(place.last().getMatchingProperty(), node);
  }

  private static ObjectNode parent(ObjectNode body, JsonPointer place) {
    if (body.at(place.head()) instanceof ObjectNode parent) {
      return parent;
    }
    throw new IllegalArgumentException(
        "expected the example to have an object at '" + place.head() + "', found none");
  }
}
