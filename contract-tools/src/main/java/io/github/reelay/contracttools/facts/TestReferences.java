package io.github.reelay.contracttools.facts;

import io.github.reelay.lint.facts.Reference;
import io.github.reelay.lint.facts.References;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Collects the {@link Fact} annotations of test classes; one that no test run would reach is no
 * home.
 */
final class TestReferences {
  private static final String CONDITIONS = "org.junit.jupiter.api.condition";

  private final List<Reference> found = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private TestReferences() {}

  /** The references of those classes; a fact on what no build is sure to run is a problem. */
  static References in(Collection<Class<?>> classes) {
    TestReferences references = new TestReferences();
    classes.forEach(references::collect);
    return new References(references.found, references.problems);
  }

  private void collect(Class<?> type) {
    Method[] methods = type.getDeclaredMethods();
    boolean hasTest = Arrays.stream(methods).anyMatch(TestReferences::isSureToRun);
    cite(type, name(type), isRun(type) && hasTest);
    for (Method method : methods) {
      if (!method.isSynthetic()) {
        cite(method, name(type) + "." + method.getName(), isRun(type) && isSureToRun(method));
      }
    }
  }

  private void cite(AnnotatedElement element, String place, boolean counts) {
    for (Fact fact : element.getAnnotationsByType(Fact.class)) {
      if (counts) {
        found.add(new Reference(fact.value(), Reference.Kind.TEST, place));
      } else {
        problems.add(
            "expected @Fact(\""
                + fact.value()
                + "\") on a test that every build runs, found it at "
                + place
                + ": move it to one, or enable that");
      }
    }
  }

  /** Whether a build runs the class: named so, or nested in one that is. */
  private static boolean isRun(Class<?> type) {
    boolean taken =
        type.isMemberClass()
            ? type.isAnnotationPresent(Nested.class) && isRun(type.getEnclosingClass())
            : type.getSimpleName().endsWith("Test");
    return taken && !Modifier.isAbstract(type.getModifiers()) && !isConditional(type);
  }

  private static boolean isSureToRun(Method method) {
    return AnnotationSupport.isAnnotated(method, Testable.class) && !isConditional(method);
  }

  private static boolean isConditional(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .map(annotation -> annotation.annotationType())
        .anyMatch(type -> type == Disabled.class || type.getPackageName().equals(CONDITIONS));
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }
}
