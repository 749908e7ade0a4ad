package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.task.WebUrl;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A member that is added to a task or a failure is masked if it is a text, and kept if not. */
class KeyRedactorMembersTest {
  private static final String KEY = "sk-0123456789";

  /** A value of each type that a member has; texts repeat the key. */
  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, KEY),
          Map.entry(Integer.class, 50),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Instant.EPOCH),
          Map.entry(Duration.class, Duration.ofSeconds(7)),
          Map.entry(WebUrl.class, WebUrl.of(URI.create("https://v.example/" + KEY))),
          Map.entry(FailureKind.class, FailureKind.NOT_FOUND),
          Map.entry(Origin.class, Origin.RELAY),
          Map.entry(Retry.class, Retry.YES),
          Map.entry(Finding.Kind.class, Finding.Kind.ENVELOPED),
          Map.entry(TaskState.class, new TaskState.Running()),
          Map.entry(List.class, List.of()));

  private static final Set<String> ASKED_FOR = Set.of("provider", "id");

  @DisplayName("Each text of a record is masked, and each other member is carried")
  @ParameterizedTest
  @MethodSource("records")
  void masksEachTextAndCarriesTheRest(Record original) throws ReflectiveOperationException {
    Record masked = masked(original);

    assertThat(masked).isInstanceOf(original.getClass());
    for (RecordComponent member : original.getClass().getRecordComponents()) {
      boolean hidden = member.getType() == String.class && !ASKED_FOR.contains(member.getName());
      assertThat(value(masked, member))
          .as(member.getName())
          .isEqualTo(hidden ? "***" : value(original, member));
    }
  }

  static Stream<Record> records() throws ReflectiveOperationException {
    return Stream.of(
        sample(VideoTask.class), sample(Failure.class), sample(Video.class), sample(Finding.class));
  }

  private static <R extends Record> R sample(Class<R> type) throws ReflectiveOperationException {
    RecordComponent[] members = type.getRecordComponents();
    Class<?>[] types = Stream.of(members).map(RecordComponent::getType).toArray(Class<?>[]::new);
    assertThat(SAMPLES).as("a sample of each type").containsKeys(types);
    Object[] values = Stream.of(types).map(SAMPLES::get).toArray();
    return type.getConstructor(types).newInstance(values);
  }

  /** What becomes of it inside a reading. */
  private static Record masked(Record part) {
    KeyRedactor mask = new KeyRedactor(KEY);
    if (part instanceof Failure failure) {
      QueryResult result = new QueryResult.Failed("p", "t", failure, List.of());
      return ((QueryResult.Failed) mask.apply(result)).failure();
    }
    if (part instanceof Finding finding) {
      QueryResult result =
          new QueryResult.Failed("p", "t", Failure.unreachable("d"), List.of(finding));
      return mask.apply(result).findings().get(0);
    }
    if (part instanceof Video video) {
      TaskState state = new TaskState.Succeeded(video, List.of());
      VideoTask task = VideoTask.builder("p", "t", state).build();
      return ((TaskState.Succeeded) masked(task).state()).video();
    }
    return masked((VideoTask) part);
  }

  private static VideoTask masked(VideoTask task) {
    return new KeyRedactor(KEY).apply(new QueryResult.Found(task)).taskOrThrow();
  }

  private static Object value(Record record, RecordComponent member)
      throws ReflectiveOperationException {
    Method accessor = member.getAccessor();
    return accessor.invoke(record);
  }
}
