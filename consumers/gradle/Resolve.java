import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradle.api.Project;
import org.gradle.api.artifacts.dsl.DependencyHandler;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * Lets Gradle resolve the dependencies of a build script: {@code Resolve.java SCRIPT REPOSITORY}.
 * Prints the names of the jars that a program has at run time, sorted, and fails if its tests do
 * not have the sandbox. Of the script only the dependencies are read; they are declared to Gradle
 * as the plugin for Java takes them. The repository is used in place of that of the user.
 */
public final class Resolve {
  private static final Pattern DEPENDENCY =
      Pattern.compile("(?m)^ +(\\w+)\\((platform\\()?\"(\\S+?)\"\\)+$");

  private Resolve() {}

  public static void main(String[] arguments) throws Exception {
    Path script = Path.of(arguments[0]).toAbsolutePath();
    Project project = ProjectBuilder.builder().withProjectDir(script.getParent().toFile()).build();
    project.getPluginManager().apply("java");
    project.getRepositories().maven(local -> local.setUrl(new File(arguments[1]).toURI()));
    project.getRepositories().mavenCentral();
    DependencyHandler dependencies = project.getDependencies();
    Matcher declared = DEPENDENCY.matcher(Files.readString(script));
    while (declared.find()) {
      Object notation = declared.group(3);
      dependencies.add(
          declared.group(1),
          declared.group(2) == null ? notation : dependencies.platform(notation));
    }
    jars(project, "runtimeClasspath").sorted().forEach(System.out::println);
    boolean sandbox =
        jars(project, "testRuntimeClasspath").anyMatch(jar -> jar.startsWith("reelay-sandbox-"));
    if (!sandbox) {
      System.err.println("expected reelay-sandbox among the jars of the tests, found none");
    }
    System.exit(sandbox ? 0 : 1); // threads of Gradle's would keep the program alive
  }

  private static Stream<String> jars(Project project, String configuration) {
    return project.getConfigurations().getByName(configuration).getFiles().stream()
        .map(File::getName);
  }
}
