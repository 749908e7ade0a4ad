package io.github.reelay.micrometer;

import io.github.reelay.Reelay;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import io.github.reelay.telemetry.TelemetryListener.WaitResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A program whose listener hears of everything once: what comes of it is in the registries. */
final class Exercise {
  static final String ID = "ok-secret-id";
  static final String KEY = "sk-secret-key";

  private Exercise() {}

  /** Follows a task to its video, queries one that is broken, and has a finding. */
  static void run(TelemetryListener listener, Path folder) {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).apiKey("toapis", KEY).start();
        Reelay reelay =
            Reelay.builder()
                .providers(Providers.of(List.of(toapis(sandbox))))
                .store(HandleStore.inMemory())
                .allowPrivateAddresses(true)
                .telemetry(listener)
                .build()) {
      reelay.download("toapis:" + ID, folder.resolve("a.mp4"));
      sandbox.enqueue(
          "toapis",
          "odd",
          SandboxResponse.json(200, "{\"id\":\"odd\",\"status\":\"queued\",\"x\":1}"));
      reelay.query("toapis:odd");
      reelay.providers().query(new TaskHandle("toapis", "broken-1"));
    }
  }

  /** Queries tasks whose responses have words, codes and members that nobody has seen before. */
  static void odd(TelemetryListener listener, int from, int to) {
    try (Sandbox sandbox = Sandbox.builder().apiKey("toapis", KEY).start();
        Provider toapis = toapis(sandbox).withTelemetry(listener)) {
      for (int i = from; i < to; i++) {
        String task = "{\"id\":\"odd\",\"status\":\"word-%1$d\",\"field-%1$d\":\"word-%1$d\"}";
        String error =
            "{\"error\":{\"code\":\"code-%1$d\",\"type\":\"word-%1$d\",\"message\":\"word\"}}";
        sandbox.enqueue("toapis", "odd", SandboxResponse.json(200, String.format(task, i)));
        sandbox.enqueue(
            "toapis", "odd", SandboxResponse.json(400 + i % 40, String.format(error, i)));
        toapis.query("odd");
        toapis.query("odd");
      }
    }
  }

  private static Provider toapis(Sandbox sandbox) {
    return Provider.builder(new ToapisDialect())
        .baseUrl(sandbox.baseUrl("toapis"))
        .key(() -> KEY)
        .build();
  }

  /** A task that runs and a download that will expire, both still open. */
  static DownloadObserver leaveOpen(TelemetryListener listener, Instant expiresAt) {
    listener.taskOpened("toapis");
    listener.taskChanged("toapis", null, TaskStatus.RUNNING);
    listener.taskOpened("toapis");
    listener.taskOpened("toapis");
    listener.taskClosed("toapis", null, WaitResult.REFUSED, Duration.ofMinutes(5));
    DownloadObserver download = listener.downloadOpened("toapis");
    download.started();
    download.expires(expiresAt);
    download.received(1_000);
    return download;
  }
}
