package io.github.reelay.internal.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The address of a provider's API: one rule for documents, settings and programs. */
public final class BaseUrl {
  /** What a message expects; {@link #FOUND} goes with it. */
  public static final String EXPECTED = "a base URL such as https://provider.example";

  /** What a message found. It does not repeat the text, which may hold a key. */
  public static final String FOUND =
      "one that is not http or https, has no host, has a port that is not from 1 to 65535, or has"
          + " user information, a query or a fragment";

  private BaseUrl() {}

  /**
   * The base URL that a text is. The text has no blanks around it, and the host may have an
   * underscore. The result has its scheme in lower case, because Feign knows no other, and no slash
   * at its end. Characters that RFC 3986 forbids are percent-encoded, and a host that is not ASCII
   * becomes its name in the DNS.
   *
   * @return null if the text is not a base URL; {@link #FOUND} lists the reasons
   */
  public static @Nullable URI of(String text) {
    URI url;
    try {
      url = new URI(PercentEncoding.of(text));
    } catch (URISyntaxException malformed) {
      return null; // the caller says so, without the text
    }
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    Authority authority = Authority.of(url.getRawAuthority());
    if (!scheme.equals("http") && !scheme.equals("https")
        || authority == null
        || authority.user()
        || !authority.hasPossiblePort()
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      return null;
    }
    String rest = url.toString().substring(scheme.length());
    return URI.create(scheme + (rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest));
  }
}
