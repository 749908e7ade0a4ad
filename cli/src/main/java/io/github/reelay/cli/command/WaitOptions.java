package io.github.reelay.cli.command;

import io.github.reelay.Reelay;
import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.files.VideoDirectory;
import io.github.reelay.cli.page.PageOption;
import io.github.reelay.cli.watch.Printing;
import io.github.reelay.cluster.ReelayClusterBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How tasks are waited for, wherever their handles are kept, and what is shown meanwhile. */
final class WaitOptions {
  @Option(
      names = "--download",
      paramLabel = "DIR",
      description =
          "Download the video of each task that succeeds to DIR, made if it is missing, as"
              + " provider-id.mp4, or .mov, .webm or .mkv if it is such a file; "
              + SharedHelp.FILE_NAMES
              + " A download that broke off goes on where it ended; one that is complete is not"
              + " repeated.")
  private @Nullable String download;

  @Option(
      names = DurationOption.Timeout.OPTION,
      converter = DurationOption.Timeout.class,
      paramLabel = "T",
      description = "Give up waiting for a task after T; the provider's own time if not given.")
  private @Nullable DurationOption timeout;

  @Option(
      names = DurationOption.Every.OPTION,
      converter = DurationOption.Every.class,
      paramLabel = "T",
      description =
          "Query a task every T; the provider's own interval if not given. No provider gets more"
              + " queries in a second than it allows for all tasks together.")
  private @Nullable DurationOption every;

  @Option(
      names = "--json",
      description =
          "Print one line of canonical JSON for each change of a task instead of one at its end.")
  private boolean json;

  @Option(names = "--allow-private-addresses", description = SharedHelp.PRIVATE_ADDRESSES)
  private boolean allowPrivateAddresses;

  @Mixin private PageOption page = new PageOption();

  @Mixin private RequestOptions requests = new RequestOptions();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Mixin private DialectOptions dialects = new DialectOptions();

  WaitRules rules() {
    return new WaitRules(DurationOption.duration(timeout), DurationOption.duration(every));
  }

  /** Where videos go, which is made if it is missing; null if they are not downloaded. */
  @Nullable Path directory() {
    return download == null ? null : VideoDirectory.of(download);
  }

  Printing printing() {
    return json ? Printing.CHANGES : Printing.ENDS;
  }

  /**
   * The settings of a client of this process alone, which resumes no suspended wait unless {@code
   * --timeout} is given.
   */
  ReelayBuilder client() {
    ReelayBuilder client =
        Reelay.builder().allowPrivateAddresses(allowPrivateAddresses).rules(rules()::change);
    requests.apply(client);
    return client;
  }

  /**
   * Sets the options on a replica. Its suspended waits keep their limits, because another replica
   * may resume them.
   */
  void apply(ReelayClusterBuilder client) {
    client.allowPrivateAddresses(allowPrivateAddresses).rules(rules()::changeForReplica);
    requests.apply(client);
    Path directory = directory();
    if (directory != null) {
      client.directory(directory);
    }
  }

  RequestOptions requests() {
    return requests;
  }

  NetworkOptions network() {
    return network;
  }

  DialectOptions dialects() {
    return dialects;
  }

  PageOption page() {
    return page;
  }

  boolean allowPrivateAddresses() {
    return allowPrivateAddresses;
  }

  /** The command that goes on with the same options. */
  ResumeCommand resume(ResumeCommand command) {
    ResumeCommand same =
        command
            .with("--download", download)
            .with("--timeout", DurationOption.text(timeout))
            .with("--every", DurationOption.text(every))
            .with("--json", json)
            .with(PageOption.NAME, page.value());
    return network
        .resume(requests.resume(dialects.resume(same)))
        .with("--allow-private-addresses", allowPrivateAddresses);
  }
}
