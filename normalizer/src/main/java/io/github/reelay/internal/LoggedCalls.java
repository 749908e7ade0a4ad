package io.github.reelay.internal;

import java.lang.System.Logger.Level;

/**
 * Calls of listeners that a user has given. What they throw ends in the log, so that nothing that
 * Reelay does is lost to it.
 *
 * @param log the logger of the type that the user implements
 * @param callee what is called, such as {@code the listener for}; its subject follows
 */
public record LoggedCalls(System.Logger log, String callee) {

  /**
   * Runs the call, and logs what it throws, errors included.
   *
   * @param subject follows the callee in the log, such as the name of a provider
   */
  public void run(Object subject, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | Error thrown) {
      log.log(
          Level.WARNING,
          "expected " + callee + " " + subject + " to return, found an exception",
          thrown);
    }
  }
}
