package io.github.reelay.cli.command;

import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.page.PageOption.Client;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a wait needs, as its options say.
 *
 * @param options how tasks are waited for
 * @param context of the command that waits
 */
record WaitSetup(WaitOptions options, CommandContext context) {

  /** The providers, which have those of all tasks. */
  Providers providers(Set<TaskHandle> given) {
    Providers providers = options.network().providers(context, options.dialects());
    try {
      HandleArguments.check(given, providers, context.env());
      return providers;
    } catch (RuntimeException refused) {
      providers.close();
      throw refused;
    }
  }

  /** Where progress is shown. */
  CommandContext display() {
    return options.network().display(context);
  }

  /** The page that shows the tasks of a client; null if it is not wanted. */
  @Nullable WatchPage page(Providers providers, ReelayBuilder client) {
    return page(providers, Client.of(client));
  }

  /** The page that shows the tasks of a replica; null if it is not wanted. */
  @Nullable WatchPage page(Providers providers, ReelayClusterBuilder client) {
    return page(providers, Client.of(client));
  }

  private @Nullable WatchPage page(Providers providers, Client client) {
    return options.page().open(context, providers, options.allowPrivateAddresses(), client);
  }
}
