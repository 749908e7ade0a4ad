package io.github.reelay.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.mapping.GeneratedClient;
import io.github.reelay.mapping.TaskMapping;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
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
 * From the bytes of a response to the canonical task, compared with databind binding of the same
 * bytes to the same generated record, a tree of them, and a scan that looks at every name and value
 * and keeps none.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReadingBenchmark {
  /** The documented examples that are read, as provider and name of the example. */
  public static final List<String> BODIES =
      List.of(
          "toapis.queued",
          "toapis.completed",
          "xingchaoyiqing.completed",
          "22codex.running",
          "22codex.completed");

  private static final String ID = "task_1";

  /** One of {@link #BODIES}. */
  @Param({
    "toapis.queued",
    "toapis.completed",
    "xingchaoyiqing.completed",
    "22codex.running",
    "22codex.completed"
  })
  public String body = "";

  private final JsonFactory json = new JsonFactory();
  private final ObjectMapper databind =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private final Providers providers = Providers.discover(Map.of());
  private Provider reader = providers.all().iterator().next();
  private RecordedResponse response = RecordedResponse.ofBody(new byte[0]);
  private Class<?> bound = Object.class;

  /** Takes the example from the sandbox. */
  @Setup
  public void prepare() throws NoSuchMethodException {
    String[] place = body.split("\\.");
    reader = providers.get(place[0]);
    bound = record(place[0]);
    response = SampleResponses.of(place[0], place[1]);
  }

  /** The generated record of a response of that provider. */
  private static Class<?> record(String provider) throws NoSuchMethodException {
    for (GeneratedClient<?> client : ServiceLoader.load(GeneratedClient.class)) {
      TaskMapping<?> mapping = client.mapping();
      if (mapping.provider().name().equals(provider)) {
        return mapping.getClass().getMethod("readTask", ContractReader.class).getReturnType();
      }
    }
    throw new IllegalArgumentException("expected a provider with a client, found " + provider);
  }

  /** What Reelay does with a response: from its bytes to the query result, findings included. */
  @Benchmark
  public QueryResult canonicalTask() {
    return reader.read(ID, response);
  }

  /** The generated record alone, by reflection. */
  @Benchmark
  public Object databind() throws IOException {
    return databind.readValue(response.body(), bound);
  }

  /** What many programs do with a response whose shape they do not trust. */
  @Benchmark
  public JsonNode readTree() throws IOException {
    return databind.readTree(response.body());
  }

  /** The least that any reader of JSON does. */
  @Benchmark
  public long tokenScan() throws IOException {
    long length = 0;
    try (JsonParser parser = json.createParser(response.body())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        length += token.isScalarValue() ? parser.getTextLength() : token.id();
      }
    }
    return length;
  }
}
