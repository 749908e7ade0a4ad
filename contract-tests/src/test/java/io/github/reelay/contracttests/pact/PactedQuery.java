package io.github.reelay.contracttests.pact;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.V4Pact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One interaction while it is written: a query, the state of the provider, and the answer. The
 * state names an example of the specification, as it stands or with changes; a changed one has a
 * name of its own, the variant.
 */
final class PactedQuery {
  private final PactBuilder pact;
  private final UnaryOperator<HttpRequestBuilder> request;
  private final String name;
  private final String description;
  private final Map<String, Object> changes = new TreeMap<>();
  private final List<String> removals = new ArrayList<>();
  private String example;
  private @Nullable String undeclared;

  PactedQuery(
      PactBuilder pact,
      UnaryOperator<HttpRequestBuilder> request,
      String name,
      String description) {
    this.pact = pact;
    this.request = request;
    this.name = name;
    this.example = name;
    this.description = description;
  }

  /** Names the example, where the interaction has another name. */
  PactedQuery like(String other) {
    example = other;
    return this;
  }

  /** Changes or adds the member at that pointer of the example. */
  PactedQuery with(String pointer, Object value) {
    changes.put(pointer, value);
    return this;
  }

  /** Adds a member that the specification does not declare, and says so in the pact. */
  PactedQuery withUndeclared(String pointer, Object value) {
    undeclared = pointer;
    return with(pointer, value);
  }

  /** Takes the members at those pointers out of the example. */
  PactedQuery without(String... pointers) {
    removals.addAll(List.of(pointers));
    return this;
  }

  V4Pact answers(DslPart body) {
    return answers(200, body);
  }

  V4Pact answers(int status, DslPart body) {
    return answered(response -> response.status(status).body(body));
  }

  /** The mapper reads the header, seconds here, so it is pinned. */
  V4Pact answersRetryAfter(DslPart body) {
    return answered(
        response ->
            response.status(429).header("Retry-After", Matchers.regexp("\\d+", "30")).body(body));
  }

  private V4Pact answered(UnaryOperator<HttpResponseBuilder> response) {
    return pact.expectsToReceiveHttpInteraction(
            "a query for " + description, http -> describe(http, response))
        .toPact();
  }

  private HttpInteractionBuilder describe(
      HttpInteractionBuilder http, UnaryOperator<HttpResponseBuilder> response) {
    Map<String, Object> parameters = new TreeMap<>(Map.of(States.EXAMPLE, example));
    if (!changes.isEmpty()) {
      parameters.put(States.SET, changes);
    }
    if (!removals.isEmpty()) {
      parameters.put(States.REMOVE, removals);
    }
    if (!name.equals(example)) {
      parameters.put(States.VARIANT, name);
    }
    if (undeclared != null) {
      http.reference("openapi", "undeclared", undeclared);
    }
    return http.state(States.nameOf(parameters), parameters)
        .withRequest(
            it ->
                request
                    .apply(it.method("GET"))
                    .header(
                        "Authorization",
                        Matchers.regexp("Bearer .+", "Bearer " + ProviderPact.KEY)))
        .willRespondWith(response::apply)
        .reference("openapi", "operationId", "getVideoTask")
        .reference("openapi", "spec", pact.getProvider() + ".yaml");
  }
}
