package io.github.reelay.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The documented examples of a provider, of any task. */
final class ExampleBodies {
  private static final String ID = "<id>";
  private static final String PERCENT = "<percent>";
  private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

  private ExampleBodies() {}

  /** An example of that task. */
  static String of(String provider, String example, String id) {
    return running(provider, example, id, 50);
  }

  /** An example of that task, which stands at so many percent, if it shows any progress. */
  static String running(String provider, String example, String id, int percent) {
    String template =
        TEMPLATES.computeIfAbsent(provider + " " + example, key -> template(provider, example, ""));
    return template.replace(ID, id).replace(PERCENT, String.valueOf(percent));
  }

  /** The example of a running task, with another status text. */
  static String withStatus(String provider, String text, String id) {
    String template =
        TEMPLATES.computeIfAbsent(
            provider + " running " + text, key -> template(provider, "running", text));
    return template.replace(ID, id).replace(PERCENT, "50");
  }

  private static String template(String provider, String example, String status) {
    try (Sandbox sandbox = Sandbox.start()) {
      String body = new String(sandbox.example(provider, example).body(), UTF_8);
      VideoTask task = Dialect.named(provider).read(body).taskOrThrow();
      if (task.state() instanceof TaskState.Succeeded succeeded) {
        body = body.replace(succeeded.video().url().toString(), StatusBodies.URL);
      }
      if (!status.isEmpty()) {
        body = body.replace("\"" + task.providerStatus() + "\"", "\"" + status + "\"");
      }
      return body.replace(String.valueOf(task.id()), ID)
          .replaceFirst("(\"progress\":\"?)\\d+", "$1" + PERCENT);
    }
  }
}
