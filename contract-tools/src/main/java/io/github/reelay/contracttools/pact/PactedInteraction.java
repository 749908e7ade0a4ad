package io.github.reelay.contracttools.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One interaction of a committed pact file.
 *
 * @param http as Pact reads it
 */
public record PactedInteraction(SynchronousHttp http) {

  /** The interactions of that file, in its order. */
  public static List<PactedInteraction> of(Path file) {
    Pact pact = DefaultPactReader.INSTANCE.loadPact(file.toFile());
    return pact.getInteractions().stream()
        .map(interaction -> new PactedInteraction((SynchronousHttp) interaction))
        .toList();
  }

  /** The interactions of a provider that are published, and then those that are not. */
  public static List<PactedInteraction> all(String provider) {
    return Stream.of(PactFiles.committed(provider), PactFiles.tolerance(provider))
        .flatMap(file -> of(file).stream())
        .toList();
  }

  /** What the interaction is called, such as {@code a query for a task in the queue}. */
  public String description() {
    return http.getDescription();
  }

  int status() {
    return http.getResponse().getStatus();
  }

  /**
   * The name of the one state of the provider, as {@link States} has it.
   *
   * @throws IllegalArgumentException if there is not exactly one
   */
  public String state() {
    return only().getName();
  }

  /**
   * The parameters of the one state, by the names in {@link States}.
   *
   * @throws IllegalArgumentException if there is not exactly one
   */
  public Map<String, Object> parameters() {
    return only().getParams();
  }

  /** The name of the example, or that of its changed variant. */
  public String name() {
    Object variant = parameters().get(States.VARIANT);
    return String.valueOf(variant != null ? variant : parameters().get(States.EXAMPLE));
  }

  private ProviderState only() {
    List<ProviderState> states = http.getProviderStates();
    if (states.size() != 1) {
      throw new IllegalArgumentException(
          "expected one state for '" + description() + "', found " + states.size());
    }
    return states.get(0);
  }
}
