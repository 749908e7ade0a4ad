package io.github.reelay.browsertests;

import io.github.reelay.task.TaskHandle;
import java.nio.file.*;
import java.time.Duration;
import java.util.*;
import org.openqa.selenium.OutputType;

final class Shots {
  public static void main(String... args) throws Exception {
    Path out = Path.of("/tmp/shots");
    Files.createDirectories(out);
    try (SampleWatch watch = new SampleWatch(Files.createTempDirectory("shots"));
        Chromium c = Chromium.start()) {
      String url = watch.start(0);
      watch.add(SampleWatch.tasks("ok", 0, 60));
      c.driver.get(url);
      Thread.sleep(2500);
      String[] ps = {
        "a paper boat on a rainy street at night, slow dolly",
        "fog over a pine forest at dawn, drone shot",
        "a lighthouse in a storm, wide angle",
        "origami cranes in the wind",
        "desert road at noon, heat haze",
        "a red kite over the sea"
      };
      for (int wave = 1; wave < 6; wave++) {
        watch.clock.advance(Duration.ofSeconds(21));
        List<TaskHandle> more =
            new ArrayList<>(SampleWatch.tasks("never", 40 * wave + 60, 40 * wave + 100));
        if (wave == 2) {
          more.addAll(SampleWatch.tasks("fails", 60, 66));
          more.addAll(SampleWatch.tasks("rejected", 66, 72));
          more.addAll(SampleWatch.tasks("broken", 72, 78));
        }
        watch.add(more);
        Thread.sleep(3500);
      }
      watch.clock.advance(Duration.ofSeconds(30));
      Thread.sleep(4000);
      List<TaskHandle> special = new ArrayList<>();
      special.add(watch.expired("task_01K9S41EXPIRED"));
      special.add(watch.failed("task_01K9S41HTML", SampleWatch.EVIL, SampleWatch.EVIL));
      watch.add(special);
      Thread.sleep(2000);
      for (int i = 0; i < 6; i++) {
        watch.add(List.of(watch.succeeded(i, ps[i])));
        Thread.sleep(900);
      }
      Thread.sleep(4000);
      for (String s : List.of("light", "dark")) {
        c.show(1360, 1000, s);
        Thread.sleep(700);
        Files.write(out.resolve(s + ".png"), c.driver.getScreenshotAs(OutputType.BYTES));
        c.eval("document.getElementById('ended-title').scrollIntoView()");
        Thread.sleep(900);
        Files.write(out.resolve(s + "-ended.png"), c.driver.getScreenshotAs(OutputType.BYTES));
        c.eval("scrollTo(0,0)");
        c.show(390, 844, s);
        Thread.sleep(700);
        Files.write(out.resolve(s + "-phone.png"), c.driver.getScreenshotAs(OutputType.BYTES));
        c.eval("document.getElementById('ended-title').scrollIntoView()");
        Thread.sleep(900);
        Files.write(
            out.resolve(s + "-phone-ended.png"), c.driver.getScreenshotAs(OutputType.BYTES));
        c.eval("scrollTo(0,0)");
      }
      System.out.println(
          c.eval(
              "return document.title + ' ' + document.documentElement.scrollWidth + ' ' +"
                  + " innerWidth"));
      c.show(1360, 1000, "light");
      c.eval("document.querySelector('#ended .row[data-state=failed]').click()");
      Thread.sleep(500);
      Files.write(out.resolve("details.png"), c.driver.getScreenshotAs(OutputType.BYTES));
      System.out.println(c.driver.manage().logs().get("browser").getAll());
    }
  }
}
