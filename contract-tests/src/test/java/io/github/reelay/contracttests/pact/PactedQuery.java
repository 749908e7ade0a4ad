package io.github.reelay.contracttests.pact;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.contracttools.pact.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One interaction while it is written: a query, the state of the provider, and the response. The
 * state names an example of the specification, as it stands or with changes; a changed one has a
 * name of its own, the variant.
 */
final class PactedQuery {
  /** Ends the name of each test in the files; without it a broker would see other pacts. */
  private static final String SIGNATURE = "(MockServer)";

  private final ProviderPact pact;
  private final String name;
  private final String description;
  private final Map<String, Object> changes = new TreeMap<>();
  private final List<String> removals = new ArrayList<>();
  private String example;
  private @Nullable String undeclared;
  private UnaryOperator<HttpResponseBuilder> response = UnaryOperator.identity();

  PactedQuery(ProviderPact pact, String name, String description) {
    this.pact = pact;
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

  PactedQuery responds(DslPart body) {
    return responds(200, body);
  }

  PactedQuery responds(int status, DslPart body) {
    return responded(response -> response.status(status).body(body));
  }

  /** The mapper reads the header, seconds here, so it is pinned. */
  PactedQuery respondsRetryAfter(DslPart body) {
    return responded(
        response ->
            response.status(429).header("Retry-After", Matchers.regexp("\\d+", "30")).body(body));
  }

  private PactedQuery responded(UnaryOperator<HttpResponseBuilder> how) {
    response = how;
    return this;
  }

  /**
   * The interaction, once it has a response.
   *
   * @param test what is tested, as the words of a method name
   * @param json the canonical JSON that the response is read as; see {@link PactCase}
   */
  PactCase reads(String test, String json) {
    V4Pact alone =
        new PactBuilder(PactFiles.CONSUMER, pact.provider(), PactSpecVersion.V4)
            .expectsToReceiveHttpInteraction("a query for " + description, this::describe)
            .toPact();
    String name = pact.test().getName() + "." + test + SIGNATURE;
    V4Interaction interaction = alone.getInteractions().get(0).asV4Interaction();
    interaction.setTestName(name);
    interaction.setTransport("http");
    return new PactCase(test, alone, json);
  }

  private HttpInteractionBuilder describe(HttpInteractionBuilder http) {
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
                pact.locate()
                    .apply(it.method("GET"))
                    .header(
                        "Authorization",
                        Matchers.regexp("Bearer .+", "Bearer " + ProviderPact.KEY)))
        .willRespondWith(response::apply)
        .reference("openapi", "operationId", "getVideoTask")
        .reference("openapi", "spec", pact.provider() + ".yaml");
  }
}
