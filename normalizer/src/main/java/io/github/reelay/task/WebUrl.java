package io.github.reelay.task;

import io.github.reelay.internal.address.FastUrlCheck;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a file can be fetched: the text exactly as it is to be requested, and a {@link URI} only
 * when it is needed. Two are equal where their URIs are.
 */
public final class WebUrl {
  private final String text;
  private @Nullable URI uri;

  private WebUrl(String text, @Nullable URI uri) {
    this.text = text;
    this.uri = uri;
  }

  /** That URL, to be requested as {@link URI#toString} writes it. */
  public static WebUrl of(URI uri) {
    return new WebUrl(Objects.requireNonNull(uri, "url").toString(), uri);
  }

  /**
   * The URL that the text is, if it is a usual one: absolute, http or https in lower case, with a
   * host's name or IPv4 address, with no port or one from 1 to 65535, without user information, and
   * with no character that RFC 3986 forbids where it stands.
   *
   * @return null for any other text, though it may be a URL as well
   */
  public static @Nullable WebUrl ofUsual(String text) {
    return FastUrlCheck.matches(text) ? new WebUrl(text, null) : null;
  }

  /** Character by character as it is to be requested; it may be signed. */
  public String text() {
    return text;
  }

  /** The same as a {@link URI}, which is parsed at the first call. */
  public URI uri() {
    URI known = uri;
    if (known == null) {
      known = URI.create(text);
      uri = known; // two threads may both make one: they are equal
    }
    return known;
  }

  /** Compares the URIs, so that the case of scheme and host does not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebUrl url && (text.equals(url.text) || uri().equals(url.uri()));
  }

  @Override
  public int hashCode() {
    return uri().hashCode();
  }

  /**
   * Scheme and host: the path or the query may hold a signature or a key. The host is read from the
   * authority, because {@link URI#getHost} is null where it has an underscore.
   */
  @Override
  public String toString() {
    URI url = uri();
    Matcher server =
        Server.PATTERN.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
    String host = server.matches() ? server.group(1) : "…";
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return url.getScheme() + "://" + host + (path.isEmpty() ? "" : "/…");
  }

  /**
   * A class of its own, because few URLs are shown, and a program's first task needs no pattern.
   */
  private static final class Server {
    static final Pattern PATTERN =
        Pattern.compile("(?:[^@]*@)?(\\[[^\\]]*]|[A-Za-z0-9._-]+)(?::[0-9]*)?");
  }
}
