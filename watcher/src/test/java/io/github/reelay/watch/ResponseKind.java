package io.github.reelay.watch;

/** What a simulated response says, read from the response alone. */
enum ResponseKind {
  /** The task. */
  SHOWN,
  /** That the provider does not know the task, in its contract's own code. */
  DENIED,
  /** Nothing: a 5xx, no connection, an unreadable body, the challenge page of a gateway. */
  BAD,
  /** 429. */
  LIMITED,
  /** 401 or 402. */
  LOCKED,
  /** Any other 4xx. */
  REFUSED;

  static ResponseKind of(SimulatedResponse response) {
    return switch (response.status()) {
      case 0 -> BAD;
      case 200 -> response.body().endsWith("}") ? SHOWN : BAD;
      case 401, 402 -> LOCKED;
      case 429 -> LIMITED;
      default -> of4xx(response);
    };
  }

  private static ResponseKind of4xx(SimulatedResponse response) {
    if (response.status() >= 500
        || response.status() == 403 && response.body().contains("<html>")) {
      return BAD;
    }
    boolean denial =
        response.body().contains("task_not_found") || response.body().contains("task_not_exist");
    return denial ? DENIED : REFUSED;
  }
}
