package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Which classes a fresh JVM loads on the way to its first task. They take most of the time until
 * then, and unlike the time their number does not depend on what else the machine does.
 */
@Timeout(120)
class FirstTaskClassesTest {
  /** Printed between the lines of the log of loaded classes, which is on standard output too. */
  private static final String BEGIN = "begin";

  private static final String END = "end";
  private static final String CLIENTS = "io.github.reelay.client.";

  /** The number of the classes of Reelay, its clients and jackson-core. */
  private static final int MOST_CLASSES = 145;

  /** Does what {@code benchmarks/run peers} measures. */
  private static final class Program {
    public static void main(String... arguments) {
      System.out.println(BEGIN);
      try (Providers providers = Providers.discover(Map.of())) {
        byte[] body = arguments[1].getBytes(StandardCharsets.UTF_8);
        VideoTask task =
            providers.get(arguments[0]).read("a", RecordedResponse.ofBody(body)).taskOrThrow();
        System.out.println(END);
        System.out.println(task.status());
      }
    }
  }

  @Test
  void ofToapisAreFew() throws Exception {
    String body = "{'id':'a','status':'in_progress','progress':10,'created_at':1772440000}";
    List<String> loaded = classes("toapis", body);
    assertFew("toapis", loaded);
    assertEndsTheSearch(loaded);
  }

  @Test
  void ofXingchaoyiqingAreFew() throws Exception {
    String body = "{'id':'a','status':'processing','created':1772440000}";
    List<String> loaded = classes("xingchaoyiqing", body);
    assertFew("xingchaoyiqing", loaded);
    assertEndsTheSearch(loaded);
  }

  @Test
  void of22codexAreFew() throws Exception {
    String body = "{'id':'m:a','status':'pending','detail':{'id':'a','status':'pending'}}";
    List<String> loaded = classes("22codex", body);
    assertFew("codex22", loaded);
    assertEndsTheSearch(loaded);
  }

  @Test
  void ofNewApiAreFew() throws Exception {
    String body = "{'code':'success','data':{'task_id':'a','status':'IN_PROGRESS'}}";
    assertFew("newapi", classes("new-api", body));
  }

  /** Of the other providers what finds them, and nothing that reads their responses. */
  private static void assertFew(String client, List<String> loaded) {
    String own = CLIENTS + client + ".";
    assertThat(loaded)
        .anyMatch(name -> name.startsWith(own))
        .noneMatch(name -> name.contains("$$Lambda"))
        .noneMatch(name -> name.endsWith(".ContentRules")) // only a failure needs its tables
        .noneMatch(name -> name.startsWith("java.util.regex."))
        .noneMatch(name -> name.startsWith("java.time.format."));
    assertThat(loaded)
        .filteredOn(name -> name.startsWith(CLIENTS) && !name.startsWith(own))
        .allMatch(name -> name.endsWith("Mapping") || name.endsWith("Client"));
    assertThat(loaded)
        .filteredOn(name -> name.startsWith("io.github.") || name.startsWith("com.fasterxml."))
        .hasSizeLessThanOrEqualTo(MOST_CLASSES);
  }

  /**
   * A provider with a class of its own is found without a look at the clients on the class path.
   */
  private static void assertEndsTheSearch(List<String> loaded) {
    assertThat(loaded).noneMatch(name -> name.endsWith(".VideoTasksClient"));
  }

  /** The names of the classes that are loaded before the task is there. */
  private static List<String> classes(String provider, String body)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                InstalledCommand.java(),
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                provider,
                body.replace('\'', '"'))
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    List<String> lines = out.lines().toList();
    List<String> names = new ArrayList<>();
    for (String line : lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END))) {
      names.add(line.substring(0, line.indexOf(" source:")));
    }
    return names;
  }
}
