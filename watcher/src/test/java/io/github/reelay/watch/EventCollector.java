package io.github.reelay.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** A subscriber that keeps what it hears. */
class EventCollector implements Flow.Subscriber<TaskEvent> {
  final List<TaskEvent> events = new ArrayList<>();
  final List<Throwable> errors = new ArrayList<>();
  Flow.Subscription subscription;
  int completed;
  private final long demand;

  /** One that requests so many at the same time; 0 for none. */
  EventCollector(long demand) {
    this.demand = demand;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (demand > 0) {
      given.request(demand);
    }
  }

  @Override
  public void onNext(TaskEvent event) {
    events.add(event);
  }

  @Override
  public void onError(Throwable error) {
    errors.add(error);
  }

  @Override
  public void onComplete() {
    completed++;
  }
}
