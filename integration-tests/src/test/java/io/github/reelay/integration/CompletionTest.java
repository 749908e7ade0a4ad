package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.Main;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ShutdownSignal;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers after a tab. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class CompletionTest {
  /** For each line that is read: it again, and what is offered. */
  private static final String TAB =
      """
      source ./completion
      while IFS= read -r line; do
        COMP_LINE=$line COMP_POINT=${#line}
        _complete_reelay
        echo "${COMPREPLY[*]}"
      done
      """;

  @TempDir private Path folder;

  private static String script() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    CommandContext context =
        new CommandContext(
            new CommandContext.Streams(InputStream.nullInputStream(), print, print),
            Map.of(),
            Clock.systemUTC(),
            Scheduler::ofSystem,
            CommandContext.Terminal.none(),
            new ShutdownSignal());
    assertThat(Main.run(new String[] {"completion"}, context)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The first line of each journal says what the file is; one has times, one has an odd id. */
  private void files() throws Exception {
    Files.writeString(folder.resolve("completion"), script());
    Files.createDirectory(folder.resolve("videos"));
    Files.writeString(folder.resolve("body.json"), "{}");
    Files.write(folder.resolve("video.mp4"), new byte[1 << 20]);
    try (HandleStore store = JournalHandleStore.open(folder.resolve("open-tasks"))) {
      TaskHandle ended = new TaskHandle("toapis", "task_1");
      store.add(
          List.of(
              ended,
              new TaskHandle("toapis", "task_2"),
              new TaskHandle("toapis", "a b"),
              new TaskHandle("toapis", "it's $(id)"),
              new TaskHandle("toapis", "*"),
              new TaskHandle("toapis", "\u4efb")));
      store.remove(List.of(ended));
    }
    Files.createDirectory(folder.resolve("more"));
    Files.writeString(folder.resolve("more/my body.json"), "{}");
    Files.writeString(folder.resolve("more/back\\slash.json"), "{}");
    for (String name : List.of("my tasks", "it's \"my\" $\\tasks")) {
      try (HandleStore store = JournalHandleStore.open(folder.resolve("more").resolve(name))) {
        store.add(List.of(new TaskHandle("toapis", "task_4")));
      }
    }
    try (HandleStore store = JournalHandleStore.open(folder.resolve("others"))) {
      store.add(Map.of(new TaskHandle("22codex", "sora-2:task_3"), Instant.EPOCH));
    }
  }

  private static Map<String, String> expected() {
    String providers;
    try (Sandbox sandbox = Sandbox.start()) {
      providers = String.join(" ", sandbox.providers());
    }
    Map<String, String> offers = new LinkedHashMap<>();
    offers.put("reelay wat", "watch");
    offers.put("reelay dialect ", "new check");
    offers.put("reelay help norm", "normalize");
    offers.put("reelay completion ", "bash zsh");
    offers.put("reelay get --pr", "--pretty --proxy");
    // Bash has split the word at its colon. What a terminal would not show as it is, is left out.
    offers.put("reelay get toapis:", "\\* a\\ b it\\'s\\ \\$\\(id\\) task_2");
    offers.put("reelay get toapis:a\\ ", "a\\ b");
    offers.put("reelay get 'toapis:a ", "toapis:a b");
    offers.put("reelay get \"toapis:it", "");
    offers.put("reelay get toapis:\"t", "task_2");
    offers.put("reelay get \"toapis:task_2\" 22codex:sora-2:t", "task_3");
    offers.put("reelay watch --state more/my\\ tasks toapis:", "task_4");
    offers.put("reelay watch --state 'more/my tasks' toapis:t", "task_4");
    offers.put("reelay watch --state=\"more/my tasks\" toapis:t", "task_4");
    offers.put("reelay normalize --provider toapis more/my\\ b", "more/my body.json");
    offers.put("reelay normalize --provider toapis 'more/my b", "more/my body.json");
    quoted(offers);
    offers.put("reelay get 22codex:sora-2:t", "task_3");
    offers.put("reelay download toapis:task_2 22codex:s", "sora-2:task_3");
    offers.put("reelay watch --state open-tasks 22codex:", "");
    offers.put("reelay watch --state=others 22codex:", "sora-2:task_3");
    offers.put("reelay watch --every 1s --state op", "open-tasks");
    offers.put("reelay watch --state=ot", "others");
    offers.put("reelay watch --download v", "videos");
    offers.put("reelay watch --timeout ", "");
    offers.put("reelay normalize --provider ", providers);
    offers.put("reelay drift --provider=xing", "xingchaoyiqing");
    offers.put("reelay normalize --provider toapis bo", "body.json");
    offers.put("reelay tasks --status ru", "running");
    offers.put("reelay none ", "");
    return offers;
  }

  /** The forms of bash: a backslash is itself in single quotes, and mostly in double ones. */
  private static void quoted(Map<String, String> offers) {
    for (String file :
        List.of(
            "'more/back\\sl",
            "\"more/back\\sl",
            "\"more/back\\\\sl",
            "more/back\\\\sl",
            "$'more/back\\\\sl",
            "$'more/b\\x61ck\\\\s",
            "mo're/back\\'sl",
            "more/\"back\\\\\"sl",
            "more/$'b\\141ck\\\\'s")) {
      offers.put("reelay normalize --provider toapis " + file, "more/back\\slash.json");
    }
    offers.put("reelay normalize --provider toapis $'more/my\\x20b", "more/my body.json");
    offers.put("reelay normalize --provider toapis $\"more/my b", "more/my body.json");
    offers.put("reelay normalize --provider toapis mo're/m'y\\ b", "more/my body.json");
    for (String state :
        List.of(
            "more/it\\'s\\ \\\"my\\\"\\ \\$\\\\tasks",
            "'more/it'\\''s \"my\" $\\tasks'",
            "\"more/it's \\\"my\\\" \\$\\tasks\"",
            "\"more/it's \\\"my\\\" $\\\\tasks\"",
            "$'more/it\\'s \"my\" $\\\\tasks'",
            "$'more/it\\x27s \\\"my\\\"'' $\\tasks'")) {
      offers.put("reelay watch --state " + state + " toapis:t", "task_4");
      offers.put("reelay watch --state=" + state + " $'toapis:t", "toapis:task_4");
    }
    offers.put("reelay get $'toapis:it", "");
    offers.put("reelay get $'toapis:a\\40", "toapis:a b");
    offers.put("reelay get toapis:a$", "");
    offers.put("reelay get \"toapis:\"t", "toapis:task_2");
    offers.put("reelay get to'apis:'t", "toapis:task_2");
    offers.put("reelay get toapis:''t", "task_2");
  }

  @Test
  void completesCommandsOptionsFilesProvidersAndOpenHandles() throws Exception {
    files();
    Map<String, String> expected = expected();

    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", TAB)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    bash.outputWriter(StandardCharsets.UTF_8)
        .append(String.join("\n", expected.keySet()))
        .append("\n")
        .close();
    List<String> offered =
        new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();

    assertThat(bash.waitFor()).isZero();
    assertThat(offered).containsExactlyElementsOf(expected.values());
  }
}
