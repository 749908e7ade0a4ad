package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway that refuses one query of a running task in a 200 of its own: the wait goes on. */
@Timeout(60)
class GatewayRefusalTest {
  private int queries;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          toapis         | {"status":"error","code":429,"message":"Too many requests"}
          xingchaoyiqing | {"status":"error","error":{"code":429,"message":"Too many requests"}}
          22codex        | {"status":"fail","message":"system busy","data":null}
          """)
  void doesNotEndTheTask(String provider, String refusal) {
    TaskHandle task = new TaskHandle(provider, TASK.id());
    WatcherFixture fixture =
        new WatcherFixture(query -> SimulatedResponse.of(body(query.handle(), refusal)));
    fixture.watcher.add(task);

    while (queries < 2) {
      fixture.advance(Duration.ofSeconds(1));
    }
    fixture.advance(Duration.ofSeconds(1));
    assertThat(fixture.store.handles()).containsExactly(task);
    assertThat(fixture.outcomes()).isEmpty();

    fixture.advance(Duration.ofMinutes(5));
    assertThat(fixture.outcomes())
        .singleElement()
        .satisfies(
            end -> assertThat(end.finishedOrThrow().status()).isEqualTo(TaskStatus.SUCCEEDED));
    assertThat(queries).isEqualTo(3);
  }

  private String body(TaskHandle task, String refusal) {
    return switch (++queries) {
      case 1 -> StatusBodies.running(task.provider(), task.id(), 7);
      case 2 -> refusal;
      default -> StatusBodies.completed(task.provider(), task.id());
    };
  }
}
