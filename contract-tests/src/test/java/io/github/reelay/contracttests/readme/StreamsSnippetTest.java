package io.github.reelay.contracttests.readme;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.Watcher;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Subscription;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The snippets of docs/streams.md. */
@Timeout(60)
class StreamsSnippetTest {
  private static final TaskHandle HANDLE = new TaskHandle("toapis", "ok-1");

  private Sandbox sandbox;
  private Providers providers;
  private Watcher watcher;

  @BeforeEach
  void open() {
    sandbox = Sandbox.builder().stepByQueries(0, 0).start();
    providers = Providers.discover(FollowSnippetTest.environment(sandbox));
    watcher = Watcher.of(providers);
  }

  @AfterEach
  void close() {
    watcher.close();
    providers.close();
    sandbox.close();
  }

  @Test
  void reactor() {
    // snippet:streams-reactor
    Flux<TaskEvent> events = JdkFlowAdapter.flowPublisherToFlux(watcher.events());
    Mono<Outcome> outcome = Mono.fromFuture(() -> watcher.watch(HANDLE)); // cancelling it cancels
    // end
    CompletableFuture<TaskEvent> ended =
        events.filter(event -> event.kind() == TaskEvent.Kind.ENDED).next().toFuture();

    assertThat(outcome.block(Duration.ofSeconds(30)).kind()).isEqualTo(Outcome.Kind.FINISHED);
    assertThat(ended.join().handle()).isEqualTo(HANDLE);
  }

  @Test
  void cancellingAMonoEndsTheWait() {
    TaskHandle running = new TaskHandle("toapis", "never-1");

    Mono.fromFuture(() -> watcher.watch(running)).subscribe().dispose();

    patiently("the wait ends").until(() -> watcher.unfinishedCount() == 0);
  }

  @Test
  void whatIsCancelledStaysInTheStore() throws IOException {
    TaskHandle running = new TaskHandle("toapis", "never-1");
    try (HandleStore store = HandleStore.inMemory();
        Watcher keeping = Watcher.builder(providers).store(store).build()) {
      Mono.fromFuture(() -> keeping.watch(running)).subscribe().dispose();

      patiently("the wait ends").until(() -> keeping.unfinishedCount() == 0);
      assertThat(store.handles()).containsExactly(running);
    }
  }

  @Test
  void cancellingTheEventsEndsNoWait() {
    CompletableFuture<Outcome> outcome = watcher.watch(HANDLE);

    JdkFlowAdapter.flowPublisherToFlux(watcher.events()).subscribe().dispose();
    Flowable.fromPublisher(FlowAdapters.toPublisher(watcher.events())).subscribe().dispose();

    assertThat(outcome.join().kind()).isEqualTo(Outcome.Kind.FINISHED);
  }

  @Test
  void whoRequestsNothingMissesNoEnd() throws InterruptedException {
    CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
    BlockingQueue<TaskEvent> events = new LinkedBlockingQueue<>();
    JdkFlowAdapter.flowPublisherToFlux(watcher.events())
        .subscribe(
            new BaseSubscriber<TaskEvent>() {
              @Override
              protected void hookOnSubscribe(Subscription subscription) {
                subscribed.complete(subscription);
              }

              @Override
              protected void hookOnNext(TaskEvent event) {
                events.add(event);
              }
            });
    Subscription subscription = subscribed.join();
    Set<TaskHandle> handles =
        Set.of(HANDLE, new TaskHandle("22codex", "ok-1"), new TaskHandle("toapis", "fails-1"));

    watcher.awaitAll(handles);

    assertThat(events).isEmpty();
    subscription.request(Long.MAX_VALUE);
    Set<TaskHandle> ended = new HashSet<>();
    while (ended.size() < handles.size()) {
      TaskEvent event = events.take();
      if (event.kind() == TaskEvent.Kind.ENDED) {
        ended.add(event.handle());
      }
    }
    assertThat(ended).isEqualTo(handles);
  }

  @Test
  void disposingASingleEndsNoWait() {
    TaskHandle running = new TaskHandle("toapis", "never-1");
    CompletableFuture<Outcome> future = watcher.watch(running);

    Single.fromCompletionStage(future).subscribe().dispose();

    assertThat(watcher.unfinishedCount()).isEqualTo(1);
    future.cancel(false);
    patiently("the wait ends").until(() -> watcher.unfinishedCount() == 0);
  }

  @Test
  void aFluxCompletesWithTheWatcher() {
    CompletableFuture<List<TaskEvent>> all =
        JdkFlowAdapter.flowPublisherToFlux(watcher.events()).collectList().toFuture();
    watcher.await(HANDLE);

    watcher.close();

    assertThat(all.join()).extracting(TaskEvent::kind).contains(TaskEvent.Kind.ENDED);
  }

  @Test
  void rxJava() throws Exception {
    // snippet:streams-rxjava
    Flowable<TaskEvent> events = Flowable.fromPublisher(FlowAdapters.toPublisher(watcher.events()));
    Single<Outcome> outcome = Single.fromCompletionStage(watcher.watch(HANDLE));
    // end
    Future<TaskEvent> ended =
        events.filter(event -> event.kind() == TaskEvent.Kind.ENDED).firstOrError().toFuture();
    TaskHandle other = new TaskHandle("toapis", "ok-2");
    watcher.add(other);

    assertThat(outcome.blockingGet().kind()).isEqualTo(Outcome.Kind.FINISHED);
    assertThat(ended.get(30, SECONDS).handle()).isIn(HANDLE, other);
  }

  @Test
  void virtualThreads() throws Exception {
    ExecutorService threads = oneForEachTask();
    List<TaskHandle> handles = List.of(HANDLE, new TaskHandle("22codex", "ok-1"));
    // snippet:streams-virtual
    // ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor(); // Java 21
    List<Future<Outcome>> outcomes =
        handles.stream().map(handle -> threads.submit(() -> watcher.await(handle))).toList();
    // end

    for (Future<Outcome> outcome : outcomes) {
      assertThat(outcome.get(30, SECONDS).kind()).isEqualTo(Outcome.Kind.FINISHED);
    }
    threads.shutdown();
  }

  private static ExecutorService oneForEachTask() throws IllegalAccessException {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | InvocationTargetException older) {
      Assumptions.abort("virtual threads need Java 21; this is " + Runtime.version().feature());
      throw new AssertionError(older);
    }
  }

  /** For what other threads do, which give no signal. */
  private static ConditionFactory patiently(String claim) {
    return Awaitility.await(claim)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5));
  }
}
