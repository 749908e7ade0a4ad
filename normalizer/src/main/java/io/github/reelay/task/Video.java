package io.github.reelay.task;

import io.github.reelay.contract.PrintableText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One video that a task made. What the provider does not report is null.
 *
 * @param location where to download it, absolute http or https, as the provider wrote it but for
 *     characters that RFC 3986 forbids, which are percent-encoded; it may be signed or have user
 *     information, so treat it as a secret
 * @param thumbnail where a still image of it is
 * @param preview where an animated preview of it is
 * @param format the file format, such as {@code mp4}
 * @param duration its length; above zero
 * @param width its width in pixels
 * @param height its height in pixels
 * @param expiresAt when the URLs expire
 * @param expiryEstimated whether {@code expiresAt} was computed from a documented validity because
 *     the provider did not state it; false without {@code expiresAt}
 */
public record Video(
    WebUrl location,
    @Nullable WebUrl thumbnail,
    @Nullable WebUrl preview,
    @Nullable String format,
    @Nullable Duration duration,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Instant expiresAt,
    boolean expiryEstimated) {

  /**
   * Checks that there is a URL, and the numbers.
   *
   * @throws IllegalArgumentException if duration, width or height is not above zero, or {@code
   *     expiryEstimated} is true without {@code expiresAt}
   */
  public Video {
    Objects.requireNonNull(location, "location");
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw notPositive("duration", duration);
    }
    if (width != null && width < 1) {
      throw notPositive("width", width);
    }
    if (height != null && height < 1) {
      throw notPositive("height", height);
    }
    if (expiryEstimated && expiresAt == null) {
      throw new IllegalArgumentException("expected an estimated expiry with its time, found none");
    }
  }

  private static IllegalArgumentException notPositive(String member, Object found) {
    return new IllegalArgumentException("expected a " + member + " above zero, found " + found);
  }

  /** A builder for the video at that URL. */
  public static Builder at(URI url) {
    return from(WebUrl.of(url));
  }

  /** A builder for the video at that location. */
  public static Builder from(WebUrl location) {
    return new Builder(location);
  }

  /** The {@link #location} as a URI. */
  public URI url() {
    return location.uri();
  }

  /** The {@link #thumbnail} as a URI. */
  public @Nullable URI thumbnailUrl() {
    return thumbnail == null ? null : thumbnail.uri();
  }

  /** The {@link #preview} as a URI. */
  public @Nullable URI previewUrl() {
    return preview == null ? null : preview.uri();
  }

  /** Shows the {@link #location} by its host alone, and neither thumbnail nor preview. */
  @Override
  public String toString() {
    return "Video["
        + location
        + (format == null ? "" : ", format=" + PrintableText.of(format))
        + (duration == null ? "" : ", duration=" + duration)
        + (width == null ? "" : ", width=" + width)
        + (height == null ? "" : ", height=" + height)
        + (expiresAt == null ? "" : ", expiresAt=" + expiresAt)
        + "]";
  }

  /** Sets what is known; each setter takes null for what is not. */
  public static final class Builder {
    private final WebUrl location;
    private @Nullable WebUrl thumbnail;
    private @Nullable WebUrl preview;
    private @Nullable String format;
    private @Nullable Duration duration;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Instant expiresAt;
    private boolean expiryEstimated;

    private Builder(WebUrl location) {
      this.location = location;
    }

    /** Sets {@link Video#thumbnail} by its URI. */
    public Builder thumbnailUrl(@Nullable URI value) {
      return thumbnail(value == null ? null : WebUrl.of(value));
    }

    /** Sets {@link Video#thumbnail}. */
    public Builder thumbnail(@Nullable WebUrl value) {
      thumbnail = value;
      return this;
    }

    /** Sets {@link Video#preview} by its URI. */
    public Builder previewUrl(@Nullable URI value) {
      return preview(value == null ? null : WebUrl.of(value));
    }

    /** Sets {@link Video#preview}. */
    public Builder preview(@Nullable WebUrl value) {
      preview = value;
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

    /**
     * Sets {@link Video#expiresAt} and {@link Video#expiryEstimated}, which is false without a
     * time.
     */
    public Builder expiresAt(@Nullable Instant value, boolean estimated) {
      expiresAt = value;
      expiryEstimated = value != null && estimated;
      return this;
    }

    /**
     * The video.
     *
     * @throws IllegalArgumentException if duration, width or height is not above zero
     */
    public Video build() {
      return new Video(
          location,
          thumbnail,
          preview,
          format,
          duration,
          width,
          height,
          expiresAt,
          expiryEstimated);
    }
  }
}
