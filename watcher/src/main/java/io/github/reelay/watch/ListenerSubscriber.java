package io.github.reelay.watch;

import io.github.reelay.internal.LoggedCalls;
import java.lang.System.Logger.Level;
import java.util.concurrent.Flow;

/**
 * A listener as a subscriber that takes whatever comes. What the listener throws ends in the log.
 */
final class ListenerSubscriber implements Flow.Subscriber<TaskEvent> {
  private static final System.Logger LOG = System.getLogger(TaskListener.class.getName());
  private static final LoggedCalls CALLS = new LoggedCalls(LOG, "the listener for");

  private final TaskListener listener;

  ListenerSubscriber(TaskListener listener) {
    this.listener = listener;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(TaskEvent event) {
    CALLS.run(event.handle(), () -> listener.on(event));
  }

  @Override
  public void onError(Throwable impossible) {
    LOG.log(Level.WARNING, "expected a request for events to be accepted", impossible);
  }

  @Override
  public void onComplete() {
    // A listener gets the events of each task, not of the watcher.
  }
}
