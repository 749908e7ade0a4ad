package io.github.reelay.contracttests.mutation;

import io.github.reelay.contracttests.spec.Spec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts mutants under checks, in one process; what is not changed is made once. */
final class MutationEngine {
  private static final Map<String, ClientFactory> FACTORIES = new ConcurrentHashMap<>();
  private static final Map<String, Dependence> DEPENDENCES = new ConcurrentHashMap<>();

  private final List<Check> checks;

  MutationEngine(List<Check> checks) {
    this.checks = checks;
  }

  /** With all checks. */
  static MutationEngine full() {
    return new MutationEngine(List.of(Check.values()));
  }

  MutantResult judge(Mutant mutant) {
    Spec origin = mutant.origin();
    Subject subject = new Subject(mutant.document(), factory(origin.provider()));
    String dependant = dependence(origin).of(mutant);
    for (Check check : checks) {
      Optional<String> complaint = check.complaints(subject).findFirst();
      if (complaint.isPresent()) {
        return new MutantResult(mutant, check, complaint.get(), dependant);
      }
    }
    return new MutantResult(mutant, null, null, dependant);
  }

  static ClientFactory factory(String provider) {
    return FACTORIES.computeIfAbsent(provider, ClientFactory::new);
  }

  private static Dependence dependence(Spec origin) {
    return DEPENDENCES.computeIfAbsent(
        origin.provider(), provider -> new Dependence(origin, factory(provider).mapping()));
  }
}
