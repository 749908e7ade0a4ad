package io.github.reelay.cli.command;

import io.github.reelay.Reelay;
import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cluster.ReelayClusterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What requests for videos carry of the user's. Header values are secrets: never shown. */
final class RequestOptions {
  @Option(
      names = "--user-agent",
      paramLabel = "UA",
      description =
          "Download with this User-Agent, for a video host that responds with 403 unless it is that"
              + " of a browser.")
  private @Nullable String userAgent;

  @Option(
      names = RequestHeader.OPTION,
      converter = RequestHeader.Converter.class,
      paramLabel = "'NAME: VALUE'",
      description =
          "Download with this header; can be repeated. It is sent to the host of the video's URL,"
              + " not to another one that it redirects to, and is not part of the resume line.")
  private List<RequestHeader> headers = new ArrayList<>();

  /**
   * Checks them before anything is opened.
   *
   * @throws UsageException if one of them cannot be sent
   */
  void check() {
    apply(Reelay.builder()); // its setters check what a header may hold
  }

  /**
   * Sets them on a client, whose setters check them.
   *
   * @throws UsageException if one of them cannot be sent
   */
  void apply(ReelayBuilder client) {
    try {
      if (userAgent != null) {
        client.userAgent(userAgent);
      }
    } catch (IllegalArgumentException refused) {
      throw new UsageException("--user-agent: " + refused.getMessage());
    }
    try {
      for (RequestHeader header : headers) {
        client.downloadHeader(header.name(), header.value());
      }
    } catch (IllegalArgumentException refused) {
      throw new UsageException(RequestHeader.OPTION + ": " + refused.getMessage());
    }
  }

  /** Sets them; {@link #check} has refused those that cannot be sent. */
  void apply(ReelayClusterBuilder client) {
    if (userAgent != null) {
      client.userAgent(userAgent);
    }
    for (RequestHeader header : headers) {
      client.downloadHeader(header.name(), header.value());
    }
  }

  /** The command that goes on, with the user agent; headers may be secrets and are only named. */
  ResumeCommand resume(ResumeCommand command) {
    ResumeCommand same = command.with("--user-agent", userAgent);
    return headers.isEmpty() ? same : same.withoutSecret(RequestHeader.OPTION);
  }
}
