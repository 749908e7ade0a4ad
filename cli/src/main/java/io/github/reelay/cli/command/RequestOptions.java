package io.github.reelay.cli.command;

import io.github.reelay.ReelayBuilder;
import io.github.reelay.cli.terminal.UsageException;
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
      names = "--download-header",
      paramLabel = "'NAME: VALUE'",
      description =
          "Download with this header; can be repeated. It is sent to the host of the video's URL,"
              + " not to another one that it redirects to, and is not part of the resume line.")
  private List<String> headers = new ArrayList<>();

  /**
   * Sets them.
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
    for (String header : headers) {
      apply(header, client);
    }
  }

  private static void apply(String header, ReelayBuilder client) {
    if (header.indexOf(':') < 0) {
      throw new UsageException(
          "expected a name, a colon and a value at --download-header, such as 'Referer:"
              + " https://app.example/', found no colon");
    }
    try {
      client.downloadHeader(name(header), value(header));
    } catch (IllegalArgumentException refused) {
      throw new UsageException("--download-header: " + refused.getMessage());
    }
  }

  private static String name(String header) {
    return header.substring(0, header.indexOf(':'));
  }

  private static String value(String header) {
    return header.substring(header.indexOf(':') + 1).strip();
  }

  /** The command that goes on, with the user agent; headers may be secrets and are only named. */
  ResumeCommand resume(ResumeCommand command) {
    ResumeCommand same = command.with("--user-agent", userAgent);
    return headers.isEmpty() ? same : same.withoutSecret("--download-header");
  }
}
