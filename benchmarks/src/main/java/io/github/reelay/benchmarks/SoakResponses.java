package io.github.reelay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The documented responses of all providers, for any task. */
final class SoakResponses {
  private static final String ID = "\0id\0";
  private static final String URL = "\0url\0";

  private final Map<String, String> running = new HashMap<>();
  private final Map<String, String> completed = new HashMap<>();

  SoakResponses() {
    try (Sandbox sandbox = Sandbox.start()) {
      dialects()
          .forEach(
              (name, dialect) -> {
                running.put(name, template(dialect, sandbox.example(name, "running").body()));
                completed.put(name, template(dialect, sandbox.example(name, "completed").body()));
              });
    }
  }

  /** The contracts of all providers that are on the class path, by name. */
  static Map<String, Dialect> dialects() {
    Map<String, Dialect> all = new TreeMap<>();
    Dialect.installed().forEach(each -> all.put(each.profile().name(), each));
    return all;
  }

  private static String template(Dialect dialect, byte[] body) {
    QueryResult result = dialect.read("soak", null, RecordedResponse.ofBody(body));
    VideoTask task = result.taskOrThrow();
    String text = new String(body, UTF_8);
    if (task.state() instanceof TaskState.Succeeded succeeded) {
      text = text.replace(succeeded.video().url().toString(), URL); // first: it may hold the id
    }
    text = text.replace(String.valueOf(task.id()), ID);
    return task.reportedId() == null ? text : text.replace(task.reportedId(), ID);
  }

  /** The response of a provider for a task that runs. */
  String running(String provider, String id) {
    return running.get(provider).replace(ID, id);
  }

  /** The response of a provider for a task whose video is there. */
  String completed(String provider, String id, URI video) {
    return completed.get(provider).replace(URL, video.toString()).replace(ID, id);
  }
}
