import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks into what would be published: {@code java release/Artifacts.java ROOT VERSION REPOSITORY
 * OTHER}. Each artifact of the BOM must have all that Central wants, and be the same in the other
 * repository, byte for byte. Prints each fault, and ends with 1 if there is one.
 */
public final class Artifacts {
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(reelay-.+?)</artifactId>");
  private static final List<String> JARS = List.of("", "-sources", "-javadoc");
  private static final List<String> ELEMENTS =
      List.of(
          "<name>Reelay :: ",
          "<description>",
          "<url>https://github.com/reelay/reelay</url>",
          "<license>",
          "<name>Apache-2.0</name>",
          "<developer>",
          "<connection>scm:git:https://github.com/reelay/reelay.git</connection>");

  private final List<String> faults = new ArrayList<>();
  private final String version;
  private final Path group;
  private final Path other;

  private Artifacts(String version, Path repository, Path other) {
    this.version = version;
    this.group = repository.resolve("io/github/reelay");
    this.other = other.resolve("io/github/reelay");
  }

  public static void main(String[] arguments) throws IOException {
    Path bom = Path.of(arguments[0], "bom/pom.xml");
    Artifacts artifacts = new Artifacts(arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
    SortedSet<String> names = new TreeSet<>();
    Matcher named = ARTIFACT.matcher(Files.readString(bom));
    while (named.find()) {
      names.add(named.group(1));
    }
    for (String name : names) {
      artifacts.check(name);
    }
    int same = artifacts.compare();
    artifacts.faults.forEach(System.err::println);
    System.out.printf(
        "%d artifacts, %d files the same in both, %d faults%n",
        names.size(), same, artifacts.faults.size());
    System.exit(artifacts.faults.isEmpty() ? 0 : 1);
  }

  private void check(String name) throws IOException {
    Path pom = file(name, ".pom");
    if (!expect(pom)) {
      return;
    }
    String text = Files.readString(pom);
    for (String element : ELEMENTS) {
      if (!text.contains(element)) {
        faults.add("expected " + element + " in " + pom + ", found none");
      }
    }
    String fixed = name.equals("reelay-bom") ? text.replace("${project.version}", version) : text;
    if (fixed.contains("<parent>") || fixed.contains("SNAPSHOT") || fixed.contains("${")) {
      faults.add("expected neither a parent, a SNAPSHOT nor a property in " + pom + ", found one");
    }
    if (name.equals("reelay-bom")) {
      return;
    }
    expect(file(name, "-cyclonedx.json"));
    for (String kind : JARS) {
      Path jar = file(name, kind + ".jar");
      if (expect(jar)) {
        look(jar, kind);
      }
    }
  }

  private void look(Path path, String kind) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (String entry : List.of("META-INF/LICENSE", "META-INF/NOTICE")) {
        if (jar.getEntry(entry) == null) {
          faults.add("expected " + entry + " in " + path + ", found none");
        }
      }
      String found = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
      if (kind.isEmpty() && !version.equals(found)) {
        faults.add(
            "expected Implementation-Version " + version + " in " + path + ", found " + found);
      }
    }
  }

  /** Whether the file is there, with its signature. */
  private boolean expect(Path file) {
    for (Path each : List.of(file, Path.of(file + ".asc"))) {
      if (!Files.isRegularFile(each)) {
        faults.add("expected " + each + ", found none");
      }
    }
    return Files.isRegularFile(file);
  }

  /** Compares all but signatures, checksums and the lists that a repository keeps. */
  private int compare() throws IOException {
    SortedSet<String> files = new TreeSet<>(files(group));
    files.addAll(files(other));
    int same = 0;
    for (String file : files) {
      Path one = group.resolve(file);
      Path two = other.resolve(file);
      if (!Files.exists(one) || !Files.exists(two)) {
        faults.add("expected " + file + " in both repositories, found it in one");
      } else if (Files.mismatch(one, two) >= 0) {
        faults.add(
            "expected " + file + " to be the same in both repositories" + difference(one, two));
      } else {
        same++;
      }
    }
    return same;
  }

  /** The entries of two jars that differ. */
  private static String difference(Path one, Path two) throws IOException {
    if (!one.toString().endsWith(".jar")) {
      return ", found " + one + " and " + two;
    }
    SortedSet<String> different = new TreeSet<>();
    try (JarFile first = new JarFile(one.toFile());
        JarFile second = new JarFile(two.toFile())) {
      first.stream()
          .filter(entry -> !text(first, entry.getName()).equals(text(second, entry.getName())))
          .forEach(entry -> different.add(entry.getName()));
    }
    return ", found differences in " + different;
  }

  private static String text(JarFile jar, String entry) {
    if (jar.getEntry(entry) == null) {
      return "absent";
    }
    try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.matches(".*(\\.asc|\\.md5|\\.sha\\d+|maven-metadata[^/]*)"))
          .toList();
    }
  }

  private Path file(String name, String end) {
    return group.resolve(name).resolve(version).resolve(name + "-" + version + end);
  }
}
