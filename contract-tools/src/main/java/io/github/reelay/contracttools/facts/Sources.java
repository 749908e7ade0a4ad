package io.github.reelay.contracttools.facts;

import io.github.reelay.lint.facts.References;
import org.junit.platform.commons.support.ReflectionSupport;

/** The compiled tests that refer to facts. */
public final class Sources {
  private Sources() {}

  /**
   * What refers to facts in a package.
   *
   * @param tests the package whose test classes may refer to facts, with all packages below it
   */
  public static References in(String tests) {
    return TestReferences.in(
        ReflectionSupport.findAllClassesInPackage(tests, type -> true, name -> true));
  }
}
