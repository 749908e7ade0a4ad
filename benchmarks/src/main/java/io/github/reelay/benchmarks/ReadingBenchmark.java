package io.github.reelay.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.reelay.exchange.Exchange;
import io.github.reelay.exchange.Reading;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the bytes of an answer to the canonical task, beside a scan of the same bytes that looks at
 * every name and value and keeps none. The median is what counts: it does not mind what else the
 * machine does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReadingBenchmark {
  private static final String ID = "task_1";

  /** Whose documented example of a completed task is read. */
  @Param({"toapis", "xingchaoyiqing", "22codex"})
  public String provider = "";

  private final JsonFactory json = new JsonFactory();
  private final Providers providers = Providers.discover(Map.of());
  private Provider reader = providers.all().iterator().next();
  private Exchange exchange = Exchange.ofBody(new byte[0]);

  /** Takes the example from the sandbox. */
  @Setup
  public void prepare() {
    reader = providers.get(provider);
    try (Sandbox sandbox = Sandbox.start()) {
      byte[] body = sandbox.example(provider, "completed").body();
      Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));
      exchange = new Exchange(200, headers, body, Instant.EPOCH);
    }
  }

  /** The whole path. */
  @Benchmark
  public Reading canonicalTask() {
    return reader.read(ID, exchange);
  }

  /** The least that any reader of JSON does. */
  @Benchmark
  public long tokenScan() throws IOException {
    long length = 0;
    try (JsonParser parser = json.createParser(exchange.body())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        length += token.isScalarValue() ? parser.getTextLength() : token.id();
      }
    }
    return length;
  }
}
