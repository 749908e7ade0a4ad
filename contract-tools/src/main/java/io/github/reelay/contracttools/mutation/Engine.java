package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Spec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts mutants under checks, in one process; what is not changed is made once. */
final class Engine {
  private static final Map<String, ClientFactory> FACTORIES = new ConcurrentHashMap<>();
  private static final Map<String, Dependence> DEPENDENCES = new ConcurrentHashMap<>();

  private final List<Check> checks;

  Engine(List<Check> checks) {
    this.checks = checks;
  }

  /** With all checks. */
  static Engine full() {
    return new Engine(List.of(Check.values()));
  }

  Verdict judge(Mutant mutant) {
    Spec origin = mutant.origin();
    Subject subject = new Subject(mutant.document(), factory(origin.provider()));
    String dependant = dependence(origin).of(mutant);
    for (Check check : checks) {
      Optional<String> complaint = check.complaints(subject).findFirst();
      if (complaint.isPresent()) {
        return new Verdict(mutant, check, complaint.get(), dependant);
      }
    }
    return new Verdict(mutant, null, null, dependant);
  }

  static ClientFactory factory(String provider) {
    return FACTORIES.computeIfAbsent(provider, ClientFactory::new);
  }

  private static Dependence dependence(Spec origin) {
    return DEPENDENCES.computeIfAbsent(
        origin.provider(), provider -> new Dependence(origin, factory(provider).mapping()));
  }
}
