package io.github.reelay.contracttools.facts;

import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;

/** The real registers, specifications and tests. */
public final class Sources {
  private Sources() {}

  /**
   * All of them, read now. Every provider that a program finds has to have a register.
   *
   * @param tests the package whose test classes may refer to facts, with all packages below it
   */
  public static Traceability read(String tests) {
    List<Traceability.Source> sources = new ArrayList<>();
    References references = TestReferences.in(classes(tests));
    for (String provider : TestProviders.names()) {
      FactRegister register =
          RegisterReader.read(provider, Spec.text("facts/" + provider + ".yaml"));
      String spec = Spec.text(provider + ".yaml");
      references = references.and(SpecReferences.in(register, spec));
      sources.add(new Traceability.Source(register, Resolutions.in(spec)));
    }
    return new Traceability(sources, references);
  }

  private static List<Class<?>> classes(String tests) {
    return ReflectionSupport.findAllClassesInPackage(tests, type -> true, name -> true);
  }
}
