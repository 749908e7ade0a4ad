package io.github.reelay.dialect.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a document can name says something: no status and no value is dropped. */
class DocumentedNamesTest {
  private static final ValuePlace URL = ValuePlace.of(ValueName.VIDEO_URL, "/url");
  private static final ValuePlace ID = ValuePlace.of(ValueName.ID, "/id");
  private static final String ADDRESS = "https://files.example/1.mp4";

  @ParameterizedTest
  @EnumSource
  void eachStatusMeansTheOneOfThatName(CanonicalStatus status) {
    Duration second = Duration.ofSeconds(1);
    DocumentedProvider provider =
        new DocumentedProvider(
            new ProviderFacts(
                "p",
                URI.create("https://p.example"),
                "/{id}",
                URI.create("https://docs.p.example"),
                LocalDate.EPOCH,
                new PollingFacts(second, second, second, null),
                Duration.ofHours(1),
                "mp4",
                "",
                Map.of(status, List.of("abracadabra")),
                Set.of()));

    assertThat(provider.words().status("abracadabra").name()).isEqualTo(status.name());
  }

  /** The status itself is not among them: it is read before the values. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATUS")
  void eachValueChangesTheTask(ValueName name) {
    assertThat(task(name, true)).isNotEqualTo(task(name, false));
  }

  private static VideoTask task(ValueName name, boolean with) {
    return ScriptedDialect.task(
        word(name),
        values -> {
          if (name != ValueName.VIDEO_URL) {
            values.text(URL, ADDRESS);
          }
          if (name != ValueName.ID && name != ValueName.OTHER_ID) {
            values.scalar(ID, scalar("t1"));
          }
          if (with) {
            hand(values, ValuePlace.of(name, "/value"));
          }
        });
  }

  private static String word(ValueName name) {
    return switch (name) {
      case ID,
          OTHER_ID,
          INNER_ID,
          STATUS,
          INNER_STATUS,
          MODEL,
          PROMPT,
          PROGRESS_PERCENT,
          PROGRESS_FRACTION,
          CREATED_AT,
          UPDATED_AT,
          FAILURE ->
          "IN_PROGRESS";
      case FINER_STATUS -> "NOT_START";
      case COMPLETED_AT,
          EXPIRES_AT,
          VIDEO_URL,
          VIDEO_THUMBNAIL_URL,
          VIDEO_PREVIEW_URL,
          VIDEO_FORMAT,
          VIDEO_DURATION,
          VIDEO_WIDTH,
          VIDEO_HEIGHT,
          VIDEO_SIZE ->
          "SUCCESS";
      case FAILURE_CODE, FAILURE_MESSAGE, FAILURE_REJECTED -> "FAILURE";
    };
  }

  private static void hand(TaskValues values, ValuePlace place) {
    switch (place.name()) {
      case ID, OTHER_ID, INNER_ID, FAILURE_CODE -> values.scalar(place, scalar("t2"));
      case PROGRESS_PERCENT, VIDEO_WIDTH, VIDEO_HEIGHT -> values.integer(place, 7L);
      case PROGRESS_FRACTION, VIDEO_DURATION -> values.number(place, 0.5);
      case CREATED_AT, UPDATED_AT, COMPLETED_AT, EXPIRES_AT ->
          values.time(place, Timestamp.of(scalar("2026-01-14T08:43:42Z")));
      case FAILURE ->
          values.error(place, new ErrorValue(null, scalar("out_of_memory"), "no memory", null));
      case FAILURE_REJECTED -> values.bool(place, true);
      case STATUS, INNER_STATUS -> values.text(place, "FAILURE");
      case FINER_STATUS -> values.text(place, "IN_PROGRESS");
      case VIDEO_URL, VIDEO_THUMBNAIL_URL, VIDEO_PREVIEW_URL -> values.text(place, ADDRESS);
      case VIDEO_SIZE -> values.text(place, "640x480");
      case MODEL, PROMPT, VIDEO_FORMAT, FAILURE_MESSAGE -> values.text(place, "webm");
    }
  }

  private static ScalarValue scalar(String text) {
    return new ScalarValue(text, false);
  }
}
