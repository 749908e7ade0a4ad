package io.github.reelay.task;

import io.github.reelay.contract.PrintableText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One video that a task made. What the provider does not tell is null.
 *
 * @param url where to download it, absolute http or https, as the provider wrote it but for
 *     characters that RFC 3986 forbids, which are percent-encoded; it may be signed or have user
 *     information, so treat it as a secret
 * @param thumbnailUrl a still image of it
 * @param previewUrl an animated preview of it
 * @param format the file format, such as {@code mp4}
 * @param duration its length; above zero
 * @param width its width in pixels
 * @param height its height in pixels
 * @param expiresAt when the URLs die
 * @param expiryEstimated whether {@code expiresAt} was computed from a documented validity because
 *     the provider did not state it; false without {@code expiresAt}
 */
public record Video(
    URI url,
    @Nullable URI thumbnailUrl,
    @Nullable URI previewUrl,
    @Nullable String format,
    @Nullable Duration duration,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Instant expiresAt,
    boolean expiryEstimated) {
  private static final Pattern SERVER =
      Pattern.compile("(?:[^@]*@)?(\\[[^\\]]*]|[A-Za-z0-9._-]+)(?::[0-9]*)?");

  /** Checks that there is a URL. */
  public Video {
    Objects.requireNonNull(url, "url");
  }

  /** A builder for the video at that URL. */
  public static Builder at(URI url) {
    return new Builder(url);
  }

  /** Shows the URL by its host alone: its path or query may hold a signature or a key. */
  @Override
  public String toString() {
    return "Video["
        + cut(url)
        + (format == null ? "" : ", format=" + PrintableText.of(format))
        + (duration == null ? "" : ", duration=" + duration)
        + (width == null ? "" : ", width=" + width)
        + (height == null ? "" : ", height=" + height)
        + (expiresAt == null ? "" : ", expiresAt=" + expiresAt)
        + "]";
  }

  /** Scheme and host; {@link URI#getHost} takes none with an underscore for a host. */
  private static String cut(URI url) {
    Matcher server = SERVER.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
    String host = server.matches() ? server.group(1) : "…";
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return url.getScheme() + "://" + host + (path.isEmpty() ? "" : "/…");
  }

  /** Sets what is known; each setter takes null for what is not. */
  public static final class Builder {
    private final URI url;
    private @Nullable URI thumbnailUrl;
    private @Nullable URI previewUrl;
    private @Nullable String format;
    private @Nullable Duration duration;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Instant expiresAt;
    private boolean expiryEstimated;

    private Builder(URI url) {
      this.url = url;
    }

    /** Sets {@link Video#thumbnailUrl}. */
    public Builder thumbnailUrl(@Nullable URI value) {
      thumbnailUrl = value;
      return this;
    }

    /** Sets {@link Video#previewUrl}. */
    public Builder previewUrl(@Nullable URI value) {
      previewUrl = value;
      return this;
    }

    /** Sets {@link Video#format}. */
    public Builder format(@Nullable String value) {
      format = value;
      return this;
    }

    /** Sets {@link Video#duration}. */
    public Builder duration(@Nullable Duration value) {
      duration = value;
      return this;
    }

    /** Sets {@link Video#width} and {@link Video#height}. */
    public Builder size(@Nullable Integer newWidth, @Nullable Integer newHeight) {
      width = newWidth;
      height = newHeight;
      return this;
    }

    /** Sets {@link Video#expiresAt} and {@link Video#expiryEstimated}. */
    public Builder expiresAt(@Nullable Instant value, boolean estimated) {
      expiresAt = value;
      expiryEstimated = value != null && estimated;
      return this;
    }

    /** The video. */
    public Video build() {
      return new Video(
          url,
          thumbnailUrl,
          previewUrl,
          format,
          duration,
          width,
          height,
          expiresAt,
          expiryEstimated);
    }
  }
}
