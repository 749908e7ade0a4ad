package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.mapping.TaskMapping;
import io.github.reelay.mapping.ValueName;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The members that mapping code reads, generated or not, found in its bytecode: the accessors of
 * records that it calls or refers to.
 *
 * @param members the names of the members as JSON has them, by the simple name of the record
 */
record FieldsRead(Map<String, Set<String>> members) {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPackages(
              "io.github.reelay.provider",
              "io.github.reelay.dialect",
              "io.github.reelay.client",
              "io.github.reelay.contract");

  /** What the normalizer reads of the responses of that provider, members of errors included. */
  static FieldsRead by(String provider) {
    String records = TestProviders.clientPackage(provider);
    FieldsRead mapped = of(CLASSES, records.replace(".client.", ".provider."), records);
    mapped.members.putAll(of(CLASSES.that(isMapping()), records, records).members);
    FieldsRead errors = of(CLASSES, "io.github.reelay.dialect", "io.github.reelay.contract");
    mapped.members.put("ErrorValue", errors.of("ErrorValue"));
    return mapped;
  }

  /**
   * The same without what is only compared with another value ({@code x-reelay: id.inner}): no task
   * shows it, so no pact needs to.
   */
  FieldsRead withoutCompared(Spec spec) {
    Map<String, Set<String>> shown = new TreeMap<>();
    members.forEach((record, names) -> shown.put(record, shown(spec, record, names)));
    return new FieldsRead(shown);
  }

  private static Set<String> shown(Spec spec, String record, Set<String> names) {
    JsonNode properties = spec.document().at("/components/schemas/" + record + "/properties");
    Set<String> shown = new TreeSet<>(names);
    shown.removeIf(
        name -> properties.at("/" + name + "/x-reelay").asText().equals(ValueName.INNER_ID.text()));
    return shown;
  }

  private static DescribedPredicate<JavaClass> isMapping() {
    return JavaClass.Predicates.assignableTo(TaskMapping.class);
  }

  /** What classes of one package read of the records of another. */
  static FieldsRead of(JavaClasses classes, String readers, String records) {
    Map<String, Set<String>> members = new TreeMap<>();
    classes.stream()
        .filter(type -> type.getPackageName().equals(readers))
        .flatMap(FieldsRead::accessed)
        .filter(member -> member.getOwner().getPackageName().equals(records))
        .filter(FieldsRead::isAccessor)
        .forEach(
            member ->
                members
                    .computeIfAbsent(member.getOwner().getSimpleName(), name -> new TreeSet<>())
                    .add(name(member)));
    return new FieldsRead(members);
  }

  /** The members read of a record; none if nothing reads it. */
  Set<String> of(String record) {
    return members.getOrDefault(record, Set.of());
  }

  private static Stream<? extends JavaMember> accessed(JavaClass type) {
    return Stream.concat(
            type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
        .map(JavaAccess::getTarget)
        .map(CodeUnitAccessTarget.class::cast)
        .flatMap(target -> target.resolveMember().stream());
  }

  private static boolean isAccessor(JavaMember member) {
    JavaClass owner = member.getOwner();
    return owner.isRecord()
        && owner.tryGetField(member.getName()).isPresent()
        && owner.tryGetMethod(member.getName()).isPresent();
  }

  private static String name(JavaMember accessor) {
    return accessor
        .tryGetAnnotationOfType(JsonProperty.class)
        .map(JsonProperty::value)
        .orElse(accessor.getName());
  }
}
