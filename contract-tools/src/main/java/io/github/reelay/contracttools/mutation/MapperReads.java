package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.reelay.mapping.TaskMapping;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which properties an adapter reads, by the byte code of its calls into the generated records: its
 * own, and those of the mapping that is generated for it.
 */
final class MapperReads {
  private MapperReads() {}

  /** Schema and property, as {@code Detail/draft_info}, of all that the class's package reads. */
  static Set<String> of(Class<?> neighbour) {
    JavaClasses adapter = new ClassFileImporter().importUrl(folder(neighbour));
    Set<String> read = new TreeSet<>();
    adapter.forEach(type -> read(type, read));
    mappings(adapter).forEach(type -> read(type, read));
    return read;
  }

  /** The generated mapping that the adapter makes. */
  private static JavaClasses mappings(JavaClasses adapter) {
    return new ClassFileImporter()
        .importClasses(
            adapter.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner())
                .filter(owner -> owner.isAssignableTo(TaskMapping.class))
                .map(JavaClass::reflect)
                .collect(Collectors.toSet()));
  }

  private static void read(JavaClass type, Set<String> read) {
    Stream.concat(
            type.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
            type.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()))
        .filter(target -> target.getOwner().getPackageName().startsWith("io.github.reelay.client"))
        .forEach(target -> property(target, read));
  }

  /** Where the classes of the package lie, in a folder or a jar; the class path is much more. */
  private static URL folder(Class<?> neighbour) {
    String file = neighbour.getSimpleName() + ".class";
    String url = neighbour.getResource(file).toString();
    try {
      return URI.create(url.substring(0, url.length() - file.length())).toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void property(AccessTarget.CodeUnitAccessTarget target, Set<String> read) {
    target
        .resolveMember()
        .filter(member -> member.isAnnotatedWith(JsonProperty.class))
        .map(member -> member.getAnnotationOfType(JsonProperty.class).value())
        .ifPresent(name -> read.add(target.getOwner().getSimpleName() + "/" + name));
  }
}
