package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.store.Partitions;
import io.github.reelay.cluster.internal.store.Submission;
import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is submitted, checked and divided into transactions. */
final class Submissions {
  private static final int LONGEST_ID = 512;
  private static final int LONGEST_PROVIDER = 64;
  private static final int AT_ONCE = 2_000;

  /** Two that submit the same tasks wait for each other, and not in a circle. */
  private static final Comparator<Submission> ORDER =
      Comparator.comparing(each -> each.handle().toString());

  private Submissions() {}

  /**
   * The submissions of each transaction.
   *
   * @throws IllegalArgumentException if a handle is too long for the database
   */
  static List<List<Submission>> of(Map<TaskHandle, Instant> submittedAt, int partitions) {
    List<Submission> all = new ArrayList<>();
    submittedAt.forEach(
        (handle, time) -> {
          check(handle);
          Objects.requireNonNull(time, "submittedAt");
          all.add(new Submission(handle, Partitions.of(handle, partitions), time, true));
        });
    all.sort(ORDER);
    List<List<Submission>> transactions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      transactions.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return transactions;
  }

  private static void check(TaskHandle handle) {
    if (handle.id().length() > LONGEST_ID || handle.provider().length() > LONGEST_PROVIDER) {
      throw new IllegalArgumentException(
          "expected a handle with at most "
              + LONGEST_PROVIDER
              + " characters for the provider and "
              + LONGEST_ID
              + " for the id, found "
              + handle.provider().length()
              + " and "
              + handle.id().length());
    }
  }
}
