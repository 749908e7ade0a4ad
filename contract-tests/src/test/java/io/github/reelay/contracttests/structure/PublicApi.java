package io.github.reelay.contracttests.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.stream.Stream;

/** What a caller sees of a type. */
final class PublicApi {
  /** Packages whose types no public signature of the normalizer may name. */
  private static final List<String> FOREIGN =
      List.of(
          "feign.",
          "com.fasterxml.",
          "com.github.kagkarlsson.",
          "org.apache.",
          "java.net.http.",
          "io.github.reelay.client.");

  private PublicApi() {}

  /** Whether a type can be named from everywhere: public, and so is what it stands in. */
  static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicApi::isPublic).orElse(true);
  }

  /** One line for each foreign type in a signature that can be seen from outside. */
  static Stream<String> foreignTypes(JavaClass type) {
    Stream<JavaType> above =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<String> parents = named(above, type.getName());
    Stream<String> members =
        type.getMembers().stream()
            .filter(PublicApi::isVisible)
            .flatMap(member -> named(types(member), member.getFullName()));
    return Stream.concat(parents, members);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaType> types(JavaMember member) {
    if (member instanceof JavaCodeUnit code) {
      Stream<JavaType> taken = code.getParameterTypes().stream();
      Stream<JavaType> given = Stream.of(code.getReturnType());
      Stream<JavaType> thrown = code.getExceptionTypes().stream().map(JavaType.class::cast);
      return Stream.of(taken, given, thrown).flatMap(each -> each);
    }
    return Stream.of(((JavaField) member).getType());
  }

  private static Stream<String> named(Stream<JavaType> types, String where) {
    return types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getName)
        .filter(name -> FOREIGN.stream().anyMatch(name::startsWith))
        .map(name -> where + " names " + name);
  }
}
