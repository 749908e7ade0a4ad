package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber and what it has not taken yet. A change that waits is replaced by the next change
 * of the same task. A suspension or resumption that waits is dropped for the next, and so is what a
 * download reports. An end and a failed follow-up are always kept, so a slow subscriber costs at
 * most five events per task and end.
 */
final class ConflatingSubscription implements Flow.Subscription {
  private static final System.Logger LOG = System.getLogger(ConflatingSubscription.class.getName());

  /** So few empty slots are not worth a search. */
  private static final int SPARED = 1000;

  private final Flow.Subscriber<? super TaskEvent> subscriber;
  private final Executor executor;
  private final Consumer<ConflatingSubscription> whenOver;
  private final Queue<QueuedEvent> queue = new ArrayDeque<>();
  private final Map<TaskHandle, QueuedEvent> changes = new HashMap<>();
  private final Map<TaskHandle, QueuedEvent> suspensions = new HashMap<>();
  private final Map<TaskHandle, QueuedEvent> downloads = new HashMap<>();

  /** How many slots in the queue are empty. */
  private int dropped;

  private long demand;
  private boolean begun;
  private boolean delivering;
  private boolean complete;
  private boolean over;
  private @Nullable IllegalArgumentException refusal;

  ConflatingSubscription(
      Flow.Subscriber<? super TaskEvent> subscriber,
      Executor executor,
      Consumer<ConflatingSubscription> whenOver) {
    this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
    this.executor = executor;
    this.whenOver = whenOver;
  }

  /** A place in the queue; a newer change takes the place of an older one. */
  private static final class QueuedEvent {
    private @Nullable TaskEvent event;

    QueuedEvent(TaskEvent event) {
      this.event = event;
    }
  }

  synchronized void put(TaskEvent event) {
    if (over) {
      return;
    }
    QueuedEvent waiting = changes.get(event.handle());
    if (waiting != null && event.kind() == TaskEvent.Kind.CHANGED) {
      waiting.event = event;
      return;
    }
    QueuedEvent queuedEvent = new QueuedEvent(event);
    queue.add(queuedEvent);
    drop(remember(event, queuedEvent));
  }

  /**
   * Notes what a later event of the same task may replace.
   *
   * @return what this event replaces; null for nothing
   */
  private @Nullable QueuedEvent remember(TaskEvent event, QueuedEvent queued) {
    TaskHandle task = event.handle();
    return switch (event.kind()) {
      case CHANGED -> changes.put(task, queued);
      case SUSPENDED, RESUMED -> suspensions.put(task, queued);
      case DOWNLOAD_STARTED, DOWNLOAD_PROGRESS, DOWNLOAD_ENDED -> downloads.put(task, queued);
      case ENDED -> {
        changes.remove(task);
        suspensions.remove(task);
        yield null;
      }
      case FOLLOW_UP_FAILED -> {
        downloads.remove(task);
        yield null;
      }
    };
  }

  /** Empties a slot; the queue is searched for empty ones only when they are the most of it. */
  private void drop(@Nullable QueuedEvent old) {
    if (old != null) {
      old.event = null;
      dropped++;
      if (dropped > SPARED + queue.size() / 2) {
        queue.removeIf(queuedEvent -> queuedEvent.event == null);
        dropped = 0;
      }
    }
  }

  private void skipDropped() {
    for (QueuedEvent head = queue.peek(); head != null && head.event == null; head = queue.peek()) {
      queue.remove();
      dropped--;
    }
  }

  synchronized void complete() {
    complete = true;
  }

  @Override
  public void request(long events) {
    synchronized (this) {
      if (events < 1) {
        refusal =
            new IllegalArgumentException(
                "expected a request for at least one event (Reactive Streams 3.9), found "
                    + events);
      } else {
        demand = demand + events < 0 ? Long.MAX_VALUE : demand + events;
      }
    }
    flush();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      over = true;
      queue.clear();
      changes.clear();
      suspensions.clear();
      downloads.clear();
      dropped = 0;
    }
    whenOver.accept(this);
  }

  /** Lets it deliver: the subscriber knows it now, and may have cancelled it already. */
  void begin() {
    boolean isOver;
    synchronized (this) {
      begun = true;
      isOver = over;
    }
    if (isOver) {
      whenOver.accept(this);
    }
    flush();
  }

  /** Delivers on the executor, unless that is already going on or nothing can be delivered. */
  void flush() {
    synchronized (this) {
      if (delivering || !isReady()) {
        return;
      }
      delivering = true;
    }
    executor.execute(this::deliver);
  }

  private boolean isReady() {
    skipDropped();
    boolean event = demand > 0 && !queue.isEmpty();
    return begun && !over && (refusal != null || event || complete && queue.isEmpty());
  }

  private void deliver() {
    try {
      for (Runnable signal = next(); signal != null; signal = next()) {
        signal.run();
      }
    } catch (RuntimeException | Error thrown) {
      LOG.log(
          Level.WARNING,
          "expected a subscriber to return, found an exception; its subscription is cancelled",
          thrown);
      cancel();
    }
  }

  private synchronized @Nullable Runnable next() {
    if (!isReady()) {
      delivering = false;
      return null;
    }
    if (refusal != null) {
      return ending(() -> subscriber.onError(refusal));
    }
    QueuedEvent queuedEvent = queue.poll();
    if (queuedEvent == null) {
      return ending(subscriber::onComplete);
    }
    demand -= demand == Long.MAX_VALUE ? 0 : 1;
    TaskEvent event = Objects.requireNonNull(queuedEvent.event); // dropped ones were skipped
    changes.remove(event.handle(), queuedEvent);
    suspensions.remove(event.handle(), queuedEvent);
    downloads.remove(event.handle(), queuedEvent);
    return () -> subscriber.onNext(event);
  }

  private Runnable ending(Runnable last) {
    cancel();
    return last;
  }
}
