package io.github.reelay.browsertests;

import io.github.reelay.download.Downloader;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.page.WatchPage;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.sandbox.SettableClock;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three hundred tasks at three providers of the sandbox, and the program that watches them. */
final class SampleWatch implements AutoCloseable {
  static final String EVIL = "<img src=x onerror=\"document.title='stolen'\">";

  final SettableClock clock = SettableClock.at(Instant.now().minusSeconds(150));
  final Sandbox sandbox =
      Sandbox.builder()
          .clock(clock)
          .stepByClock(Duration.ofSeconds(20), Duration.ofSeconds(100))
          .start();
  final FileHost files = new FileHost();
  private final Path directory;
  private Program program;

  SampleWatch(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** One run of the program. */
  private record Program(
      Providers providers,
      Downloader downloader,
      JournalHandleStore store,
      Watcher watcher,
      WatchPage page) {}

  /** The address of the page. */
  String start(int port) throws IOException {
    Providers providers =
        Providers.discover(
            environment(), NetworkSettings.defaults().withDnsResolver(SampleWatch::loopback));
    WatchPage page = WatchPage.builder(providers).port(port).allowPrivateAddresses(true).start();
    Downloader downloader = Downloader.builder(providers).allowPrivateAddresses(true).build();
    JournalHandleStore store = JournalHandleStore.open(directory.resolve("open-tasks"));
    page.expect(store.handles());
    Watcher watcher =
        Watcher.builder(providers)
            .rules(
                rules ->
                    rules
                        .withInterval(Duration.ofSeconds(2))
                        .withRateLimit(new RateLimit(60, 40, false)))
            .store(store)
            .saveVideos(downloader, directory)
            .listener(page)
            .telemetry(page.telemetry())
            .build();
    program = new Program(providers, downloader, store, watcher, page);
    watcher.resume();
    return page.url().toString();
  }

  /** Some examples name hosts of the Internet. */
  private static InetAddress[] loopback(String host) throws UnknownHostException {
    if (!host.equals("127.0.0.1")) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String name : sandbox.providers()) {
      environment.put(EnvironmentVariables.baseUrl(name), sandbox.baseUrl(name).toString());
      environment.put(EnvironmentVariables.key(name), sandbox.apiKey(name));
    }
    return environment;
  }

  void add(List<TaskHandle> handles) {
    program.page().expect(handles);
    program.watcher().addAll(handles);
  }

  /** Tasks of the sandbox's own scenarios, some at each provider. */
  static List<TaskHandle> tasks(String word, int from, int to) {
    List<TaskHandle> handles = new ArrayList<>();
    for (int i = from; i < to; i++) {
      handles.add(
          switch (i % 3) {
            case 0 -> new TaskHandle("toapis", word + "-task_01K9S4193" + i);
            case 1 -> new TaskHandle("xingchaoyiqing", word + "-" + (48_150_000 + 37 * i));
            default -> new TaskHandle("22codex", "sora-2:" + word + "-task_01k6x15vh" + i);
          });
    }
    return handles;
  }

  /** A task that has succeeded, with a thumbnail. */
  TaskHandle succeeded(int number, String prompt) {
    return toapis(
        "task_01K9S42" + (7_100 + number),
        "\"status\":\"completed\",\"progress\":100,\"completed_at\":"
            + seconds(-20)
            + ",\"expires_at\":"
            + seconds(3_600L * (6 + number))
            + ",\"url\":\""
            + files.video(number)
            + "\",\"thumbnail\":\""
            + files.still(number)
            + "\",\"duration\":10,\"prompt\":\""
            + prompt
            + "\"");
  }

  TaskHandle expired(String id) {
    return toapis(id, "\"status\":\"expired\"");
  }

  TaskHandle failed(String id, String code, String message) {
    return toapis(
        id,
        "\"status\":\"failed\",\"progress\":0,\"completed_at\":"
            + seconds(-5)
            + ",\"error\":{\"code\":\""
            + escaped(code)
            + "\",\"message\":\""
            + escaped(message)
            + "\"}");
  }

  private static String escaped(String text) {
    return text.replace("\"", "\\\"");
  }

  private TaskHandle toapis(String id, String members) {
    sandbox.enqueue(
        "toapis",
        id,
        SandboxResponse.json(
            200,
            "{\"id\":\""
                + id
                + "\",\"object\":\"generation.task\",\"model\":\"sora-2\",\"created_at\":"
                + seconds(-240)
                + ","
                + members
                + "}"));
    return new TaskHandle("toapis", id);
  }

  private long seconds(long later) {
    return clock.instant().getEpochSecond() + later;
  }

  /** Ends the program as a restart does: the handles are kept. */
  void stop() throws IOException {
    program.watcher().close();
    program.downloader().close();
    program.page().close();
    program.store().close();
    program.providers().close();
  }

  @Override
  public void close() throws IOException {
    stop();
    sandbox.close();
    files.close();
  }
}
