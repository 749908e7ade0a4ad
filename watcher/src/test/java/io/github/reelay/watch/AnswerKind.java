package io.github.reelay.watch;

/** What a simulated answer says, read from the answer alone. */
enum AnswerKind {
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

  static AnswerKind of(Reply reply) {
    return switch (reply.status()) {
      case 0 -> BAD;
      case 200 -> reply.body().endsWith("}") ? SHOWN : BAD;
      case 401, 402 -> LOCKED;
      case 429 -> LIMITED;
      default -> of4xx(reply);
    };
  }

  private static AnswerKind of4xx(Reply reply) {
    if (reply.status() >= 500 || reply.status() == 403 && reply.body().contains("<html>")) {
      return BAD;
    }
    boolean denial =
        reply.body().contains("task_not_found") || reply.body().contains("task_not_exist");
    return denial ? DENIED : REFUSED;
  }
}
