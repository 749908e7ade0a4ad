package io.github.reelay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of the machine, without a window. */
final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it; a test is skipped where there is none, unless one is required. */
  static Chromium start() {
    if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
      String message =
          "SKIPPED: expected Chromium at "
              + BROWSER
              + " and its driver at "
              + DRIVER
              + ", found none; apt-get install chromium chromium-driver";
      assertThat(Boolean.getBoolean("browser.required")).as(message).isFalse();
      System.err.println(message);
      abort(message);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "--lang=en-GB",
        "--window-size=1360,900");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Chromium(new ChromeDriver(service, options));
  }

  /** Sets the size of the page in CSS pixels, and the colour scheme. */
  void show(int width, int height, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  String text(String id) {
    return driver.findElement(By.id(id)).getText();
  }

  /** What a script returns. */
  Object eval(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  long count(String selector) {
    return (Long) eval("return document.querySelectorAll(arguments[0]).length", selector);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
