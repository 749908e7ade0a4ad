package io.github.reelay.contracttests.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.reelay.contracttools.spec.Root;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The public types of a module with their public and protected members, as javap prints them. */
final class ApiSignatures {
  private static final ToolProvider JAVAP = ToolProvider.findFirst("javap").orElseThrow();

  private ApiSignatures() {}

  /** The types that a program can name, internal ones aside. */
  static Stream<JavaClass> types(String folder) {
    return Modules.classes().stream()
        .filter(type -> Modules.of(type).equals(folder) && PublicApi.isPublic(type))
        .filter(type -> !type.getPackageName().contains(".internal"));
  }

  /** A line for each type by name, and below it one for each member. */
  static List<String> of(String folder) {
    String classes = Root.path(folder).resolve("target/classes").toString();
    Stream<String> names = types(folder).map(JavaClass::getName).sorted();
    StringWriter printed = new StringWriter();
    int status =
        JAVAP.run(
            new PrintWriter(printed),
            new PrintWriter(printed),
            Stream.concat(Stream.of("-protected", "-cp", classes), names).toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException(
          "expected javap to print the types of "
              + folder
              + ", found status "
              + status
              + ": "
              + printed);
    }
    List<String> lines = new ArrayList<>();
    for (String type : printed.toString().split("(?m)^}\\R")) {
      List<String> all = type.lines().filter(line -> !line.startsWith("Compiled from")).toList();
      all.stream().limit(1).map(line -> line.replace(" {", "")).forEach(lines::add);
      all.stream().skip(1).map(line -> line.replace(";", "")).sorted().forEach(lines::add);
    }
    return lines;
  }

  /** The lines that are gone, and those that are new, each with its type. */
  static List<String> changes(List<String> before, List<String> now) {
    Set<String> gone = withTypes(before);
    Set<String> added = withTypes(now);
    gone.removeAll(withTypes(now));
    added.removeAll(withTypes(before));
    return Stream.concat(gone.stream().map("- "::concat), added.stream().map("+ "::concat))
        .toList();
  }

  private static Set<String> withTypes(List<String> lines) {
    Set<String> all = new LinkedHashSet<>();
    String type = "";
    for (String line : lines) {
      boolean isMember = line.startsWith(" ");
      type = isMember ? type : line;
      all.add(isMember ? type + ":" + line.substring(1) : line);
    }
    return all;
  }
}
