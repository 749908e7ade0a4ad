package io.github.reelay.internal.client;

import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.internal.download.http.RequestHeaders;
import java.util.Objects;
import java.util.function.Consumer;

/** The settings of each downloader of a client; those of the user's own come last. */
public final class VideoRequests {
  private Consumer<DownloaderBuilder> settings = builder -> {};
  private Consumer<DownloaderBuilder> changes = builder -> {};

  /** The defaults of a downloader, unless something else is set. */
  public VideoRequests() {}

  /** The {@code User-Agent}; checked here, where the caller sees it. */
  public void userAgent(String value) {
    RequestHeaders.STANDARD.withUserAgent(value);
    add(builder -> builder.userAgent(value));
  }

  /** A further header; checked here, where the caller sees it. */
  public void header(String name, String value) {
    RequestHeaders.STANDARD.with(name, value);
    add(builder -> builder.header(name, value));
  }

  /** Adds any other setting; where two contradict each other, the later one counts. */
  public void add(Consumer<DownloaderBuilder> setting) {
    settings = settings.andThen(setting);
  }

  /** The user's own changes, in place of earlier ones of theirs. */
  public void changes(Consumer<DownloaderBuilder> value) {
    changes = Objects.requireNonNull(value, "change");
  }

  /** Makes all settings so far, and then the user's own changes; later settings are not in it. */
  public Consumer<DownloaderBuilder> all() {
    return settings.andThen(changes);
  }
}
