package io.github.reelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxAnswer;
import io.github.reelay.task.TaskHandle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo with tasks that do not go well. */
@Timeout(60)
class DemoTest {
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(1, 1).start();
  private final Terminal terminal = new Terminal().with(sandbox);
  private final Providers providers = Providers.discover(terminal.env);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    providers.close();
    sandbox.close();
  }

  private ExitStatus follow(String... handles) throws InterruptedException {
    Surroundings surroundings = terminal.surroundings(out, err);
    List<TaskHandle> tasks = Stream.of(handles).map(TaskHandle::parse).toList();
    ExitStatus status = new Demo(surroundings, providers, new Videos(folder)).run(tasks);
    surroundings.stdout().flush();
    return status;
  }

  private List<String> said() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void tellsOfATaskThatFailed() throws InterruptedException {
    assertThat(follow("toapis:fails-1", "toapis:ok-1")).isEqualTo(ExitStatus.ENDED);
    assertThat(said())
        .contains("toapis:fails-1: failed")
        .contains(
            "toapis:fails-1: the task failed, generation-failed (HTTP 200); asking again will not"
                + " help");
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
  }

  @Test
  void stopsAskingForATaskThatIsNotThere() throws InterruptedException {
    assertThat(follow("toapis:missing-1", "toapis:fails-1")).isEqualTo(ExitStatus.REFUSED);
    assertThat(sandbox.queries("toapis", "missing-1")).isOne();
    assertThat(said()).contains("toapis:missing-1: not-found");
  }

  @Test
  void tellsOfAVideoThatIsRefused() throws InterruptedException {
    succeedWith(sandbox.baseUrl("toapis").resolve("/files/none.mp4?sig=secret").toString());

    assertThat(follow("toapis:ok-1")).isEqualTo(ExitStatus.UNREADABLE);
    assertThat(said()).contains("toapis:ok-1: expected to download the video, found HTTP 403");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tellsOfAHostThatIsNotThereWithoutTheUrl() throws InterruptedException {
    Sandbox gone = Sandbox.start();
    gone.close();
    succeedWith(gone.baseUrl("toapis") + "/video.mp4?sig=secret");

    assertThat(follow("toapis:ok-1")).isEqualTo(ExitStatus.UNREADABLE);
    assertThat(said())
        .contains("toapis:ok-1: expected to download the video, found ConnectException");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
  }

  @Test
  void keepsNothingOfAVideoThatBreaksOff() throws Exception {
    ExitStatus status =
        followAt(
            exchange -> {
              exchange.sendResponseHeaders(200, 100);
              exchange.getResponseBody().write(new byte[10]);
              exchange.getResponseBody().flush();
              exchange.close();
            });

    assertThat(status).isEqualTo(ExitStatus.UNREADABLE);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sendsNoKeyToTheHostOfAVideo() throws Exception {
    Set<String> sent = ConcurrentHashMap.newKeySet();

    ExitStatus status =
        followAt(
            exchange -> {
              sent.addAll(exchange.getRequestHeaders().keySet());
              exchange.sendResponseHeaders(200, 3);
              exchange.getResponseBody().write(new byte[3]);
              exchange.close();
            });

    assertThat(status).isEqualTo(ExitStatus.DONE);
    assertThat(sent).contains("Host").doesNotContain("Authorization");
    assertThat(folder.resolve("toapis-ok-1.mp4")).hasSize(3);
  }

  /** Follows a task whose video is at a host that answers so. */
  private ExitStatus followAt(HttpHandler host) throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", host);
    server.start();
    try {
      succeedWith("http://127.0.0.1:" + server.getAddress().getPort() + "/video.mp4");
      return follow("toapis:ok-1");
    } finally {
      server.stop(0);
    }
  }

  private void succeedWith(String url) {
    String body = "{\"id\":\"ok-1\",\"status\":\"completed\",\"url\":\"" + url + "\"}";
    sandbox.answerNext("toapis", "ok-1", SandboxAnswer.json(200, body));
  }
}
