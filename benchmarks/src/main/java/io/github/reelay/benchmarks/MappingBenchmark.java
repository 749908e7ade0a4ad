package io.github.reelay.benchmarks;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
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
 * A generated mapping, compared with one by hand that takes the same values and checks the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
public class MappingBenchmark {
  private static final String PROVIDER = "xingchaoyiqing";
  private static final String ID = "task_1";

  /** {@code generated} or {@code handWritten}; one in each JVM, as in a program. */
  @Param({"generated", "handWritten"})
  public String mapping = "";

  private Dialect dialect = new XingchaoyiqingDialect();
  private RecordedResponse response = RecordedResponse.ofBody(new byte[0]);

  /**
   * Takes the example from the sandbox.
   *
   * @throws IllegalStateException if the two read different tasks in it
   */
  @Setup
  public void prepare() {
    response = SampleResponses.of(PROVIDER, "completed");
    QueryResult generated = read();
    dialect = new HandWrittenDialect();
    QueryResult handWritten = read();
    if (!generated.equals(handWritten)) {
      throw new IllegalStateException("expected " + generated + ", found " + handWritten);
    }
    dialect = mapping.equals("generated") ? new XingchaoyiqingDialect() : dialect;
  }

  /** From the bytes to the canonical task. */
  @Benchmark
  public QueryResult read() {
    return dialect.read(PROVIDER, ID, response);
  }
}
