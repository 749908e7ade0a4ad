package io.github.reelay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogEntry;

/** A person looks at three hundred tasks; each test goes on where the one before ended. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageBrowserTest {
  private static final String EXPIRED = "task_01K9S41EXPIRED";
  private static final String FAILED = "task_01K9S41<b>FAILED</b>";

  @TempDir private static Path directory;

  private static Chromium chromium;
  private static SampleWatch watch;
  private static String url;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.start();
    watch = new SampleWatch(directory.resolve("videos"));
    url = watch.start(0);
    List<TaskHandle> tasks = SampleWatch.tasks("ok", 0, 60);
    tasks.addAll(SampleWatch.tasks("never", 60, 300));
    watch.add(tasks);
    chromium.show(1360, 1000, "light");
    chromium.driver.get(url);
  }

  @AfterAll
  static void close() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
    if (watch != null) {
      watch.close();
    }
  }

  static void await(BooleanSupplier condition) {
    // Each look is a request to the browser.
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInSameThread()
        .until(condition::getAsBoolean);
  }

  private static boolean shows(String id, String text) {
    return chromium.text(id).equals(text);
  }

  private static long rows(String selector) {
    return chromium.count(selector);
  }

  @Test
  @Order(1)
  void showsThreeHundredTasksAndSaysThatItIsLive() {
    await(() -> shows("total-open", "300") && shows("link", "live"));
    await(() -> rows("#open .state[data-state=queued]") == 200);

    assertThat(chromium.text("open-count")).isEqualTo("300");
    assertThat(rows("#open > li")).isEqualTo(200);
    chromium.driver.findElement(By.id("open-more")).click();
    assertThat(rows("#open > li")).isEqualTo(300);
    // The sandbox counts a task's time from its first query: all have to be known before the next.
    await(() -> rows("#open .state[data-state=queued]") == 300);
    assertThat(chromium.driver.getTitle()).isEqualTo("300 open – Reelay watch");
  }

  @Test
  @Order(2)
  void changesWithoutBeingLoadedAgain() {
    chromium.eval("window.sameDocument = true");
    await(() -> rows("#open .state[data-state=queued]") == 300); // else some begin later
    watch.clock.advance(Duration.ofSeconds(45));

    await(() -> rows("#open .state[data-state=running]") == 300);
    await(
        () ->
            (Boolean)
                chromium.eval(
                    "return [...document.querySelectorAll('#open .percent')].some(each =>"
                        + " each.textContent === '25 %')"));

    assertThat(chromium.eval("return document.querySelector('#rates .rate b').textContent"))
        .isNotEqualTo("0");
    assertThat(
            (String)
                chromium.eval(
                    "return document.querySelector('#open .cell:nth-child(5) .num').textContent"))
        .matches("now|in \\d s");
  }

  @Test
  @Order(3)
  void showsEndsWithTheirThumbnailsAndFailuresWithReasonAndAdvice() {
    watch.clock.advance(Duration.ofSeconds(80));
    await(() -> shows("total-succeeded", "60") && shows("total-open", "240"));
    List<TaskHandle> special = new ArrayList<>();
    special.add(watch.expired(EXPIRED));
    special.add(watch.failed(FAILED, SampleWatch.EVIL, SampleWatch.EVIL));
    special.add(watch.succeeded(1, SampleWatch.EVIL.replace("\"", "'")));
    watch.add(special);

    await(() -> shows("total-other", "2") && shows("total-succeeded", "61"));
    await(() -> rows("#ended .good") == 61);
    chromium.eval("document.getElementById('ended-title').scrollIntoView()");
    await(
        () ->
            (Boolean)
                chromium.eval(
                    "return [...document.images].some(i => i.src.includes('thumbnails/') &&"
                        + " i.naturalWidth === 320)"));

    String failed =
        chromium.driver.findElement(By.cssSelector("#ended .row[data-state=failed]")).getText();
    assertThat(failed)
        .contains(FAILED, "generation failed", SampleWatch.EVIL)
        .contains("The provider could not make the video. Another query does not help;")
        .doesNotContain("HTTP 200");
    assertThat(
            chromium
                .driver
                .findElement(By.cssSelector("#ended .row[data-state=expired]"))
                .getText())
        .contains(EXPIRED, "expired", "The provider no longer keeps this task.");
    assertThat(watch.files.thumbnails.get()).isEqualTo(1);
  }

  @Test
  @Order(4)
  void htmlIsTextAndNothingLeavesTheOrigin() {
    assertThat(rows("img[onerror], #ended b b, #ended script")).isZero();
    assertThat(chromium.driver.getTitle()).isEqualTo("240 open – Reelay watch");
    assertThat(
            (List<?>)
                chromium.eval(
                    "return performance.getEntriesByType('resource').map(e => e.name).filter(n =>"
                        + " !n.startsWith(location.origin))"))
        .isEmpty();
    assertThat((String) chromium.eval("return document.documentElement.outerHTML"))
        .doesNotContain("SIGNED", "sk-sandbox", "sig=");
    assertThat(
            chromium.eval(
                "try { document.body.innerHTML = '<p>'; return 'taken' } catch (e) { return e.name"
                    + " }"))
        .isEqualTo("TypeError");
  }

  @Test
  @Order(5)
  void filtersByProviderStateAndText() {
    chromium.eval("scrollTo(0, 0)");
    chromium.driver.findElement(By.cssSelector("#providers [data-provider=toapis]")).click();
    assertThat(chromium.text("open-count")).isEqualTo("80 of 240");
    assertThat(chromium.text("ended-count")).isEqualTo("23 of 63");
    chromium.eval(
        "const s = document.getElementById('state'); s.value = 'expired'; s.dispatchEvent(new"
            + " Event('change'))");
    assertThat(chromium.text("open-empty")).isEqualTo("No task fits the filter.");
    assertThat(chromium.text("ended-count")).isEqualTo("1 of 63");
    chromium.driver.findElement(By.id("clear")).click();
    chromium.driver.findElement(By.id("find")).sendKeys("ONERROR");
    assertThat(chromium.text("ended-count")).isEqualTo("1 of 63");
  }

  @Test
  @Order(6)
  void isUsedWithTheKeyboardAlone() {
    chromium.driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    press("x");
    assertThat(chromium.text("open-count")).isEqualTo("240");
    press("p");
    assertThat(
            chromium.eval(
                "return document.querySelector('.chip[aria-pressed=true]').dataset.provider"))
        .isEqualTo("22codex");
    press("x");
    press("/");
    chromium.driver.switchTo().activeElement().sendKeys(EXPIRED, Keys.ESCAPE);
    press("e");
    chromium.driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(chromium.text("details-title")).isEqualTo(EXPIRED);
    assertThat(chromium.text("details-body")).contains("toapis", "expired");
    chromium.driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(chromium.count("dialog[open]")).isZero();
    press("x");
    press("o");
    press("j");
    assertThat(
            chromium.eval(
                "return [...document.querySelectorAll('#open"
                    + " .row')].indexOf(document.activeElement)"))
        .isEqualTo(1L);
  }

  private static void press(String key) {
    chromium.driver.switchTo().activeElement().sendKeys(key);
  }

  @Test
  @Order(7)
  void goesOnByItselfAfterARestartOfTheProgram() throws IOException {
    int port = URI.create(url).getPort();
    watch.stop();
    await(() -> chromium.text("link").endsWith("trying again"));
    watch.start(port);

    await(() -> shows("link", "live") && shows("total-open", "240"));
    await(() -> rows("#open .state[data-state=running]") == 240);

    assertThat(chromium.eval("return window.sameDocument")).isEqualTo(true);
    assertThat(chromium.text("ended-empty")).isEqualTo("No task has ended since this watch began.");
  }

  @Test
  @Order(8)
  void fitsAPhoneInBothColourSchemes() {
    for (String scheme : List.of("light", "dark")) {
      chromium.show(390, 844, scheme);
      assertThat(chromium.eval("return document.documentElement.scrollWidth")).isEqualTo(390L);
      assertThat(chromium.eval("return matchMedia('(prefers-color-scheme: dark)').matches"))
          .isEqualTo(scheme.equals("dark"));
      for (String text : List.of(".sub", ".state", ".totals dt", ".cell .num", ".rate")) {
        assertThat(contrast(text)).as("%s, %s", text, scheme).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  /** The contrast of a text with the ground behind it, as WCAG 2 counts it. */
  private static double contrast(String selector) {
    return ((Number)
            chromium.eval(
                """
                const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                const luminance = color => {
                  canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
                  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(c => c / 255)
                    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
                  return .2126 * r + .7152 * g + .0722 * b;
                };
                let node = document.querySelector(arguments[0]);
                const text = luminance(getComputedStyle(node).color);
                while (getComputedStyle(node).backgroundColor.endsWith(', 0)')) node = node.parentElement;
                const ground = luminance(getComputedStyle(node).backgroundColor);
                return (Math.max(text, ground) + .05) / (Math.min(text, ground) + .05);
                """,
                selector))
        .doubleValue();
  }

  @Test
  @Order(9)
  void reportsNoErrorOfItsOwn() {
    List<LogEntry> errors = chromium.driver.manage().logs().get("browser").getAll();

    assertThat(errors.stream().map(LogEntry::getMessage))
        .allMatch(
            message ->
                message.contains("net::ERR_") // while the program restarts
                    || message.contains("404") // a thumbnail that is not there
                    || message.contains("TrustedHTML")); // what the test above tried
  }

  /** Takes the pictures of the docs: {@code -Dpage.screenshots=../docs}. */
  @Test
  @Order(10)
  void takesPicturesIfADirectoryIsGiven() throws IOException {
    String docs = System.getProperty("page.screenshots", "");
    if (!docs.isEmpty()) {
      Screenshot.take(chromium, directory.resolve("shown"), Path.of(docs));
    }
  }
}
