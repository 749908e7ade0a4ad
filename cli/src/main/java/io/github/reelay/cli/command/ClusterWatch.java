package io.github.reelay.cli.command;

import io.github.reelay.cli.cluster.ClusterRun;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.watch.Printing;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.util.Set;

/**
 * Watches the tasks of a cluster.
 *
 * @param cluster which cluster it is
 * @param options how tasks are waited for
 * @param context of the command that waits
 */
record ClusterWatch(ClusterOptions cluster, WaitOptions options, CommandContext context) {

  /** Adds the tasks that were given, and watches those of the cluster until the run is stopped. */
  void run(Set<TaskHandle> given) {
    WaitSetup setup = new WaitSetup(options, context);
    try (Providers providers = setup.providers(given)) {
      ReelayClusterBuilder client = cluster.client(providers);
      options.apply(client);
      try (WatchPage shown = setup.page(providers, client)) {
        if (shown != null) {
          shown.expect(given);
        }
        OutcomeMessages messages = new OutcomeMessages(providers, false, options.rules().timeout());
        new ClusterRun(setup.display(), client, messages)
            .run(given, options.printing() == Printing.CHANGES);
      }
    }
  }
}
