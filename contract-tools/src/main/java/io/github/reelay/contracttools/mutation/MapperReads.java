package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.reelay.contracttools.spec.TestProviders;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which properties are read of a provider's responses, by the byte code of calls into the generated
 * records: those of the generated mapping, and those of the adapter, if the provider has one.
 */
final class MapperReads {
  private MapperReads() {}

  /** Schema and property, as {@code Detail/draft_info}, of all that is read. */
  static Set<String> of(String provider) {
    Set<String> read = new TreeSet<>();
    Class<?> mapping = TestProviders.client(provider).mapping().getClass();
    new ClassFileImporter().importClasses(mapping).forEach(type -> read(type, read));
    if (TestProviders.hasAdapter(provider)) {
      URL adapter = folder(TestProviders.dialect(provider).getClass());
      new ClassFileImporter().importUrl(adapter).forEach(type -> read(type, read));
    }
    return read;
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
