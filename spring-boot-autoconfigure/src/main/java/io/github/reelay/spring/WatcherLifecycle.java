package io.github.reelay.spring;

import org.springframework.context.SmartLifecycle;

/**
 * Begins when the web server has started, and ends before it waits for its requests: the listeners
 * of open event streams hear the end of their tasks' waits, so that they can complete them. Each
 * handle stays in the store.
 */
final class WatcherLifecycle implements SmartLifecycle {
  private final Runnable start;
  private final Runnable[] stop;
  private volatile boolean running;

  /**
   * Not begun.
   *
   * @param start goes on with what is in the store
   * @param stop what is done at the end, in that order
   */
  WatcherLifecycle(Runnable start, Runnable... stop) {
    this.start = start;
    this.stop = stop.clone();
  }

  @Override
  public void start() {
    start.run();
    running = true;
  }

  /** Downloads end first: their listeners hear nothing once the watcher has stopped. */
  @Override
  public void stop() {
    running = false;
    for (Runnable step : stop) {
      step.run();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * The last phase to begin and the first to end. The web server and its grace period are lower.
   */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
