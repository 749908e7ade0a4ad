package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The events of a watcher, held against the test kit of Reactive Streams. */
@Timeout(300)
class ReactiveStreamsTest {
  private static final long MOST = 1000;

  /** Rules of the kit that say nothing about this publisher, by the beginning of their names. */
  private static final Map<String, String> NOT_APPLICABLE =
      Map.of(
          "optional_spec104", "events never fail, so there is no failed publisher",
          "required_spec109_may", "events never fail, so there is no failed publisher",
          "required_spec317_mustNotSignalOnError", "needs a publisher without an end");

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** A publisher that has so many events for each subscriber, and completes. */
  private Flow.Publisher<TaskEvent> publisher(long count) {
    return subscriber -> {
      EventPublisher events = new EventPublisher(threads);
      events.subscribe(subscriber);
      for (long i = 0; i < count; i++) {
        events.put(SampleEvents.end(i));
      }
      events.complete();
    };
  }

  private final class Verification extends FlowPublisherVerification<TaskEvent> {
    Verification() {
      super(new TestEnvironment(30_000, 50, 10));
    }

    @Override
    public Flow.Publisher<TaskEvent> createFlowPublisher(long elements) {
      return publisher(elements);
    }

    @Override
    public Flow.Publisher<TaskEvent> createFailedFlowPublisher() {
      return null; // events never fail
    }

    @Override
    public long maxElementsFromPublisher() {
      return MOST;
    }
  }

  private static List<Method> rules() {
    return Arrays.stream(Verification.class.getMethods())
        .filter(method -> method.getName().matches("(required|optional|stochastic)_.*"))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> NOT_APPLICABLE.keySet().stream().noneMatch(method.getName()::startsWith))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> keeps() {
    return rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> verify(rule)));
  }

  private void verify(Method rule) throws Throwable {
    Verification verification = new Verification();
    verification.setUp();
    try {
      rule.invoke(verification);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  @Test
  void theKitHasRules() {
    assertThat(rules()).hasSizeGreaterThan(25);
  }
}
