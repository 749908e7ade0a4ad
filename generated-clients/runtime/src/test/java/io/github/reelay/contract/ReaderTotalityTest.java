package io.github.reelay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the body: it is read, or it is unreadable, and nothing else happens. */
class ReaderTotalityTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Test
  void mutilatedBodiesAreReadOrUnreadable() {
    RandomBodies bodies = new RandomBodies(20_251_006);
    int read = 0;
    for (int round = 0; round < 8_000; round++) {
      byte[] body = bodies.mutated(round % 2 == 0 ? Bodies.TASK : bodies.object(3));
      read += isRead(body, SampleTask::read) ? 1 : 0;
      isRead(body, ContractReader::any);
      isRead(body, ReaderTotalityTest::skip);
    }

    assertThat(read).isBetween(1_000, 7_000);
  }

  @Test
  void wellFormedBodiesAreRead() {
    RandomBodies bodies = new RandomBodies(7);
    for (int round = 0; round < 4_000; round++) {
      byte[] body = Bodies.utf8(bodies.object(4));

      assertThat(isRead(body, SampleTask::read)).isTrue();
      assertThat(isRead(body, ContractReader::any)).isTrue();
    }
  }

  private static String skip(ContractReader in) {
    in.skip();
    return "skipped";
  }

  private static boolean isRead(byte[] body, Function<ContractReader, ?> reader) {
    try {
      Decoded<?> decoded = ContractReader.read(body, reader);
      assertThat(decoded.value()).isNotNull();
      assertThat(decoded.findings()).hasSizeLessThanOrEqualTo(BodyLimits.FINDINGS);
      decoded.findings().forEach(one -> assertQuotesNothing(one.detail()));
      return true;
    } catch (UnreadableException unreadable) {
      assertThat(unreadable).hasNoCause();
      assertQuotesNothing(unreadable.getMessage());
      return false;
    } catch (RuntimeException | Error other) {
      return fail("on " + new String(body, StandardCharsets.UTF_8), other);
    }
  }

  private static void assertQuotesNothing(String sentence) {
    assertThat(sentence).startsWith(sentence.startsWith("expected") ? "expected" : "").isNotBlank();
    assertThat(sentence).doesNotContain(RandomBodies.SECRET).doesNotContain("3cret");
  }

  /** The oracle: a tree drops overwritten members before they are read. */
  @Test
  void overwrittenMembersLeaveNoTrace() throws Exception {
    RandomBodies bodies = new RandomBodies(42);
    int different = 0;
    for (int round = 0; round < 4_000; round++) {
      String body = withoutWhatATreeAlters(bodies.object(4));
      byte[] single = Bodies.utf8(MAPPER.readTree(body).toString());

      Decoded<SampleTask> read = ContractReader.read(Bodies.utf8(body), SampleTask::read);
      Decoded<SampleTask> once = ContractReader.read(single, SampleTask::read);

      assertThat(read.findings()).as(body).isEqualTo(once.findings());
      different += single.length < body.length() - 10 ? 1 : 0;
    }

    assertThat(different).as("bodies with overwritten members").isGreaterThan(500);
  }

  private static String withoutWhatATreeAlters(String body) {
    return body.replace("1e99999999999", "1e9")
        .replace("100e2147483647", "100e7")
        .replace("0e2147483647", "0.5")
        .replace("\\ud800", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "100e2147483647",
        "1e99999999999",
        "1e-99999999999",
        "10000000000000000000000000"
      })
  void hugeNumbersAreHarmlessAndFast(String number) {
    String member = "{\"a\":" + number + ",\"b\":\"" + number + "%\"},";
    String list = "[" + member.repeat(1_000) + "1]";
    String task =
        "{\"id\":N,\"progress\":N,\"ratio\":N,\"created_at\":N,\"updated_at\":N,\"finished_at\":N,"
            + "\"code\":N,\"error\":N,\"extra\":"
            + list
            + ",\"steps\":"
            + list
            + "}";
    byte[] numbers = Bodies.utf8(task.replace("N", number));
    byte[] texts = Bodies.utf8(task.replace("N", "\"" + number + "\""));

    assertFast(
        () -> {
          assertThat(isRead(numbers, SampleTask::read)).isTrue();
          assertThat(isRead(texts, SampleTask::read)).isTrue();
        });
  }

  @Test
  void deepAndWideDuplicatesAreFast() {
    String name = "n".repeat(1_000);
    StringBuilder body = new StringBuilder();
    for (int level = 0; level < 60; level++) {
      body.append("{\"extra\":0,\"").append(name).append("\":");
    }
    body.append("{")
        .append("\"b\":1e400,".repeat(20_000))
        .append("\"b\":1}")
        .append("}".repeat(60));

    assertFast(
        () ->
            assertThat(isRead(Bodies.utf8("{\"extra\":" + body + "}"), SampleTask::read)).isTrue());
  }

  /** By the time of this thread on a processor, whatever else the machine does meanwhile. */
  private static void assertFast(Runnable reading) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    reading.run();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin))
        .isLessThan(Duration.ofSeconds(2));
  }
}
