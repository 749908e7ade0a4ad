package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlQueriesTest {
  /** More than the coarsest clock of CPU time goes on by in one step. */
  private static final long CLOCK_STEP = TimeUnit.MILLISECONDS.toNanos(16);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"url":"https://cdn.example/a.mp4?sig=secret&x=1"} | {"url":"https://cdn.example/a.mp4?***"}
          {"url":"https:\\/\\/cdn.example\\/a.mp4?sig=secret"} | {"url":"https:\\/\\/cdn.example\\/a.mp4?***"}
          {"url":"https://cdn.example/a.mp4\\u003fsig=secret"} | {"url":"https://cdn.example/a.mp4?***"}
          {"url":"https://cdn.example/a.mp4\\u003Fsig=secret"} | {"url":"https://cdn.example/a.mp4?***"}
          {"url":"//cdn.example/a.mp4?sig=secret"} | {"url":"//cdn.example/a.mp4?***"}
          {"url":"/a.mp4?sig=secret"} | {"url":"/a.mp4?***"}
          {"url":"https://cdn.example/a.mp4#secret"} | {"url":"https://cdn.example/a.mp4?***"}
          {"url":"https://cdn.example/a.mp4?a='secret'"} | {"url":"https://cdn.example/a.mp4?***"}
          {"next":"https%3A%2F%2Fcdn.example%2Fa.mp4%3Fsig%3Dsecret"} | {"next":"https%3A%2F%2Fcdn.example%2Fa.mp4?***"}
          go=https%3a%2f%2fcdn.example%2fa.mp4%3fsig%3dsecret | go=https%3a%2f%2fcdn.example%2fa.mp4?***
          go=https%3A%2F%2Fme:secret%40cdn.example%2Fa.mp4 | go=https%3A%2F%2F***%40cdn.example%2Fa.mp4
          https://me%40home:secret@cdn.example/a.mp4 | https://***@cdn.example/a.mp4
          100%23 of them | 100%23 of them
          https://user:secret@cdn.example/a.mp4 | https://***@cdn.example/a.mp4
          https://user:se?cret@cdn.example/a.mp4 | https://***@cdn.example/a.mp4
          see https://a.example/x?t=1 and https://b.example/y?t=2 | see https://a.example/x?*** and https://b.example/y?***
          what? nothing/everything | what? nothing/everything
          是什么?请修改 | 是什么?请修改
          """)
  void takesOutWhatMayBeASignature(String text, String masked) {
    assertThat(UrlQueries.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "://a", "a:b@", "%3A%2F%2Fa", "%40", "\\/", ":// ", "a?b"})
  void takesTimeInProportionToTheText(String part) {
    String text = part.repeat(8_192 / part.length());

    long eightTimes = cpuTime(text.repeat(8)); // first, so that the code is compiled for the other
    long once = cpuTime(text);

    assertThat(eightTimes)
        .as("64 times, if each sign cost as much as the text")
        .isLessThan(24 * Math.max(once, CLOCK_STEP));
  }

  /** The least of some runs, in nanoseconds; what else runs on the machine does not count. */
  private static long cpuTime(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 6; run++) {
      long begin = threads.getCurrentThreadCpuTime();
      assertThat(UrlQueries.masked(text)).hasSizeLessThanOrEqualTo(text.length());
      least = Math.min(least, threads.getCurrentThreadCpuTime() - begin);
    }
    return least;
  }

  @Test
  void keepsALongTextWithoutAQuery() {
    String slashes = "/a".repeat(1 << 12);

    assertThat(UrlQueries.masked(slashes)).isEqualTo(slashes);
    assertThat(UrlQueries.masked("://a".repeat(1 << 12))).hasSize(1 << 14);
  }
}
