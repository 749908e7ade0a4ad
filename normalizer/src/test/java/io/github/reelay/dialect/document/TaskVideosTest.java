package io.github.reelay.dialect.document;

import static io.github.reelay.mapping.ValuePlace.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One video outside of arrays and one for each element; equal URLs are one video. */
class TaskVideosTest {
  private static final ValuePlace URL = of(ValueName.VIDEO_URL, "/url");
  private static final ValuePlace ITEM = of(ValueName.VIDEO_URL, "/items/*/url");
  private static final ValuePlace FORMAT = of(ValueName.VIDEO_FORMAT, "/items/*/format");
  private static final ValuePlace LAST =
      of(ValueName.VIDEO_URL, "/reason").counting(Counts.AFTER_SUCCESS).asLastResort();

  private static VideoTask succeeded(Consumer<TaskValues> script) {
    return ScriptedDialect.task(
        "SUCCESS",
        values -> {
          values.text(of(ValueName.ID, "/id"), "t1");
          script.accept(values);
        });
  }

  private static List<Video> videos(Consumer<TaskValues> script) {
    TaskState.Succeeded state = (TaskState.Succeeded) succeeded(script).state();
    List<Video> videos = new ArrayList<>(List.of(state.video()));
    videos.addAll(state.more());
    return videos;
  }

  private static List<String> findings(VideoTask task) {
    return task.findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .toList();
  }

  private static void item(TaskValues values, int index, String url, String format) {
    values.enter(index);
    values.text(ITEM, url);
    values.text(FORMAT, format);
    values.leave();
  }

  @Test
  void takesTheFirstUsableUrlAndNotesTheOthers() {
    Consumer<TaskValues> script =
        values -> {
          values.text(URL, "soon");
          values.text(of(ValueName.VIDEO_URL, "/b"), "https://a.example/1.mp4");
          values.text(of(ValueName.VIDEO_URL, "/c"), "https://a.example/1.mp4");
          values.text(of(ValueName.VIDEO_URL, "/d"), "ftp://a.example/2.mp4");
          values.text(of(ValueName.VIDEO_URL, "/e"), "https://a.example/3.mp4");
        };

    assertThat(videos(script)).extracting(Video::url).hasToString("[https://a.example/1.mp4]");
    assertThat(findings(succeeded(script)))
        .containsExactly("ignored-value /d", "url-conflict /e", "ignored-value /url");
  }

  @Test
  void makesAVideoOfEachElementAndOneOfEqualOnes() {
    Consumer<TaskValues> script =
        values -> {
          values.text(URL, "https://a.example/1.mp4");
          values.text(of(ValueName.VIDEO_THUMBNAIL_URL, "/cover"), "https://a.example/1.jpg");
          values.number(of(ValueName.VIDEO_DURATION, "/duration"), 10.5);
          item(values, 0, "https://a.example/1.mp4", " ");
          item(values, 1, null, "avi");
          item(values, 2, "https://a.example/2.webm", "webm");
          item(values, 3, "https://a.example/1.mp4", "mov");
        };

    List<Video> videos = videos(script);

    assertThat(videos)
        .extracting(video -> video.url().getPath(), Video::format, Video::duration)
        .containsExactly(
            tuple("/1.mp4", "mov", Duration.ofMillis(10_500)), tuple("/2.webm", "webm", null));
    assertThat(videos.get(0).thumbnailUrl()).hasToString("https://a.example/1.jpg");
    assertThat(videos.get(1).thumbnailUrl()).isNull();
  }

  @Test
  void givesTheFirstElementWhatStandsOutsideOfTheArray() {
    List<Video> videos =
        videos(
            values -> {
              item(values, 0, "https://a.example/1.mp4", null);
              item(values, 1, "https://a.example/2.mp4", null);
              values.integer(of(ValueName.VIDEO_WIDTH, "/width"), 640L);
              values.integer(of(ValueName.VIDEO_HEIGHT, "/height"), 352L);
            });

    assertThat(videos).extracting(Video::width).containsExactly(640, null);
    assertThat(videos).extracting(Video::format).containsExactly("mp4", "mp4");
  }

  @Test
  void namesTheElementsInAPointer() {
    ValuePlace nested = of(ValueName.VIDEO_URL, "/items/*/files/*");
    VideoTask task =
        succeeded(
            values -> {
              item(values, 0, "https://a.example/1.mp4", null);
              values.enter(12);
              values.enter(3);
              values.text(nested, "later");
              values.leave();
              values.text(ITEM, "soon");
              values.leave();
              values.text(URL, "never");
            });

    assertThat(findings(task))
        .containsExactly(
            "ignored-value /items/12/files/3", "ignored-value /items/12/url", "ignored-value /url");
  }

  @Test
  void takesTheLastResortIfNothingElseShowsAUrl() {
    Consumer<TaskValues> alone = values -> values.text(LAST, " https://a.example/9.mp4 ");
    Consumer<TaskValues> sibling =
        values -> {
          values.text(LAST, "https://a.example/9.mp4");
          values.text(URL, "https://a.example/1.mp4");
        };

    assertThat(videos(alone)).extracting(Video::url).hasToString("[https://a.example/9.mp4]");
    assertThat(videos(sibling)).extracting(Video::url).hasToString("[https://a.example/1.mp4]");
    assertThat(findings(succeeded(alone))).isEmpty();
    assertThat(findings(succeeded(values -> values.text(LAST, "none")))).isEmpty();
  }

  @Test
  void takesNoUrlForAReason() {
    Consumer<TaskValues> script =
        values -> {
          values.text(
              of(ValueName.FAILURE_MESSAGE, "/reason").counting(Counts.UNLESS_SUCCEEDED),
              "https://a.example/why");
          values.text(LAST, "https://a.example/why");
        };

    assertThat(videos(script)).hasSize(1);
    assertThat(findings(succeeded(script))).isEmpty();
    assertThat(ScriptedDialect.task("FAILURE", script).failure().message()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1280x720, 1280, 720", "' 640x352 ', 640, 352"})
  void readsWidthAndHeightInOneText(String size, int width, int height) {
    Video video =
        videos(
                values -> {
                  values.text(URL, "https://a.example/1.mp4");
                  values.text(of(ValueName.VIDEO_SIZE, "/size"), size);
                })
            .get(0);

    assertThat(video.width()).isEqualTo(width);
    assertThat(video.height()).isEqualTo(height);
  }

  @Test
  void looksAtASizeOnlyWhereOneIsMissing() {
    ValuePlace size = of(ValueName.VIDEO_SIZE, "/size");

    assertThat(findings(succeeded(values -> values.text(size, "large"))))
        .containsExactly("ignored-value /size");
    assertThat(
            findings(
                succeeded(
                    values -> {
                      values.integer(of(ValueName.VIDEO_WIDTH, "/w"), 1L);
                      values.integer(of(ValueName.VIDEO_HEIGHT, "/h"), 1L);
                      values.text(size, "large");
                    })))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SECONDS, 10.5, PT10.5S", "MILLISECONDS, 10500, PT10.5S"})
  void readsALengthInItsUnit(Unit unit, String written, Duration length) {
    ValuePlace place = of(ValueName.VIDEO_DURATION, "/length").in(unit);

    assertThat(
            videos(
                    values -> {
                      values.text(URL, "https://a.example/1.mp4");
                      values.text(place, written);
                    })
                .get(0)
                .duration())
        .isEqualTo(length);
    assertThat(
            videos(
                    values -> {
                      values.text(URL, "https://a.example/1.mp4");
                      values.number(place, Double.valueOf(written));
                    })
                .get(0)
                .duration())
        .isEqualTo(length);
  }

  @Test
  void expiresWhenItSaysOrAfterTheValidity() {
    Timestamp end = Timestamp.of(new ScalarValue("1768380222", true));
    Timestamp expiry = Timestamp.of(new ScalarValue("1768390000", true));
    Consumer<TaskValues> estimated =
        values -> {
          values.text(URL, "https://a.example/1.mp4");
          values.time(of(ValueName.COMPLETED_AT, "/end"), end);
        };
    Consumer<TaskValues> stated =
        values -> {
          estimated.accept(values);
          values.time(of(ValueName.EXPIRES_AT, "/expires"), expiry);
        };

    assertThat(videos(estimated).get(0))
        .returns(end.instant().plus(Duration.ofHours(1)), Video::expiresAt)
        .returns(true, Video::expiryEstimated);
    assertThat(videos(stated).get(0))
        .returns(expiry.instant(), Video::expiresAt)
        .returns(false, Video::expiryEstimated);
  }
}
