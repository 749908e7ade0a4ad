package io.github.reelay.cli.page;

import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.page.WatchPage;
import io.github.reelay.page.WatchPageBuilder;
import io.github.reelay.provider.Providers;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --page}, and the page that it opens. */
public final class PageOption {
  /** Also part of the command that resumes a watch. */
  public static final String NAME = "--page";

  /** The environment variable of the token, which the command line would show to others. */
  public static final String TOKEN = "REELAY_PAGE_TOKEN";

  /**
   * A property of the JDK's server, read when a process makes its first one, in seconds: else half
   * a request keeps a thread of the page for ever.
   */
  private static final String LONGEST_REQUEST = "sun.net.httpserver.maxReqTime";

  private static final String SECONDS = "30";

  @Option(
      names = NAME,
      paramLabel = "[HOST:]PORT",
      description =
          "Show the watch in the browser as well, at http://127.0.0.1:PORT/ until it ends; 0 for"
              + " any free port. REELAY_PAGE_TOKEN in the environment is the secret that the page"
              + " needs: on loopback where it is set, at another HOST always.")
  private @Nullable String page;

  /** The option as it was given; null if it was not. */
  public @Nullable String value() {
    return page;
  }

  /**
   * Serves the page, and lets it hear of the tasks of a client.
   *
   * @return null if the option was not given
   * @throws UsageException if the address or the token cannot be used
   */
  public @Nullable WatchPage open(
      CommandContext context, Providers providers, boolean allowPrivateAddresses, Client client) {
    if (page == null) {
      return null;
    }
    InetSocketAddress address = PageAddress.parse(page);
    String token = context.env().getOrDefault(TOKEN, "");
    if (token.isEmpty() && !address.getAddress().isLoopbackAddress()) {
      throw new UsageException(
          "expected "
              + TOKEN
              + " in the environment for --page "
              + page
              + ", found none; only"
              + " loopback is served without a token");
    }
    WatchPageBuilder builder =
        WatchPage.builder(providers)
            .address(address)
            .token(token.isEmpty() ? null : token)
            .allowPrivateAddresses(allowPrivateAddresses);
    WatchPage started = start(builder);
    client.follow(started);
    context.sayWhole(
        "page: "
            + started.url()
            + (token.isEmpty() ? "" : "; open it once with ?token= and the value of " + TOKEN));
    return started;
  }

  /** What reports its tasks to the page. */
  public interface Client {
    /**
     * Makes the page a listener of the tasks; before the client is built or the replica started.
     */
    void follow(WatchPage page);

    /** A client of this process alone. */
    static Client of(ReelayBuilder client) {
      return page -> page.follow(client);
    }

    /** A replica of a cluster. */
    static Client of(ReelayClusterBuilder client) {
      return client::listener;
    }
  }

  private static WatchPage start(WatchPageBuilder builder) {
    if (System.getProperty(LONGEST_REQUEST) == null) {
      System.setProperty(LONGEST_REQUEST, SECONDS);
    }
    try {
      return builder.start();
    } catch (IllegalArgumentException | UncheckedIOException refused) {
      throw new UsageException(refused);
    }
  }
}
