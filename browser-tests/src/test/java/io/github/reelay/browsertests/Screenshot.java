package io.github.reelay.browsertests;

import static io.github.reelay.browsertests.PageBrowserTest.await;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.OutputType;

/** The pictures of the docs: a few tasks of each state, in both colour schemes and on a phone. */
final class Screenshot {
  private static final List<String> PROMPTS =
      List.of(
          "a paper boat on a rainy street at night, slow dolly",
          "fog over a pine forest at dawn, drone shot",
          "a lighthouse in a storm, wide angle");

  private final Chromium chromium;
  private final SampleWatch watch;

  private Screenshot(Chromium chromium, SampleWatch watch) {
    this.chromium = chromium;
    this.watch = watch;
  }

  static void take(Chromium chromium, Path videos, Path docs) throws IOException {
    try (SampleWatch watch = new SampleWatch(videos)) {
      chromium.show(1280, 1330, "light");
      chromium.driver.get(watch.start(0));
      new Screenshot(chromium, watch).take(docs);
    }
  }

  private void take(Path docs) throws IOException {
    open(SampleWatch.tasks("never", 0, 2));
    watch.clock.advance(Duration.ofSeconds(45));
    open(SampleWatch.tasks("never", 2, 4));
    watch.clock.advance(Duration.ofSeconds(50));
    open(SampleWatch.tasks("broken", 4, 5));
    open(SampleWatch.tasks("never", 5, 7));
    await(() -> chromium.count("#open .state[data-state=running]") == 4);
    watch.clock.advance(Duration.ofSeconds(2));
    end(watch.expired("task_01K9S419324DREZFBWNSVXYR6H"), "expired");
    end(
        watch.failed(
            "task_01K9S41Q0ZT2V7",
            "content_policy_violation",
            "the prompt was flagged by moderation"),
        "failed");
    for (int i = 0; i < PROMPTS.size(); i++) {
      end(watch.succeeded(3 * i + 1, PROMPTS.get(i)), "succeeded");
    }
    await(() -> chromium.count("#ended .good") == PROMPTS.size());
    await(() -> (Boolean) chromium.eval("return [...document.images].every(i => i.complete)"));
    await(() -> chromium.count("#open .state[data-state=retrying]") == 1);
    picture(docs.resolve("page.png"), 1280, 1330, "light");
    picture(docs.resolve("page-dark.png"), 1280, 1330, "dark");
    picture(docs.resolve("page-phone.png"), 390, 844, "light");
  }

  private void open(List<TaskHandle> tasks) {
    long before = chromium.count("#open > li");
    watch.add(tasks);
    await(() -> chromium.count("#open > li") == before + tasks.size());
    await(() -> chromium.count("#open .state[data-state=waiting]") == 0);
  }

  private void end(TaskHandle task, String state) {
    long before = chromium.count("#ended .state[data-state=" + state + "]");
    watch.add(List.of(task));
    await(() -> chromium.count("#ended .state[data-state=" + state + "]") == before + 1);
  }

  private void picture(Path file, int width, int height, String scheme) throws IOException {
    chromium.show(width, height, scheme);
    Files.write(file, chromium.driver.getScreenshotAs(OutputType.BYTES));
  }
}
