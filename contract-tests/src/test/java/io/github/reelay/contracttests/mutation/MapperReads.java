package io.github.reelay.contracttests.mutation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which properties a mapper reads, by the byte code of its calls into the generated records. */
final class MapperReads {
  private MapperReads() {}

  /** Schema and property, as {@code Detail/draft_info}, of all that the package reads. */
  static Set<String> of(String packageName) {
    JavaClasses mapping = new ClassFileImporter().importPackages(packageName);
    Set<String> read = new TreeSet<>();
    for (JavaClass type : mapping) {
      Stream.concat(
              type.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
              type.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()))
          .filter(
              target -> target.getOwner().getPackageName().startsWith("io.github.reelay.client"))
          .forEach(target -> property(target, read));
    }
    return read;
  }

  private static void property(AccessTarget.CodeUnitAccessTarget target, Set<String> read) {
    target
        .resolveMember()
        .filter(member -> member.isAnnotatedWith(JsonProperty.class))
        .map(member -> member.getAnnotationOfType(JsonProperty.class).value())
        .ifPresent(name -> read.add(target.getOwner().getSimpleName() + "/" + name));
  }
}
