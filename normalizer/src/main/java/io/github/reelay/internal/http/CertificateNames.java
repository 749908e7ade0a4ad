package io.github.reelay.internal.http;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Whether a certificate is for a host whose name has an underscore, as names of storage buckets
 * have. The JDK checks all other names; it refuses these, whatever the certificate says.
 */
public final class CertificateNames {
  private static final int DNS_NAME = 2;

  /** One whole label, and two more at least. */
  private static final Pattern WILDCARD = Pattern.compile("\\*(\\.[^.*]+){2,}");

  private CertificateNames() {}

  /**
   * Whether one of the DNS names of a certificate is that of a host (RFC 6125).
   *
   * @param chain what the host presented; its own certificate comes first
   */
  public static boolean match(Certificate[] chain, String host) throws CertificateParsingException {
    if (chain.length == 0 || !(chain[0] instanceof X509Certificate own)) {
      return false;
    }
    Collection<List<?>> names =
        Objects.requireNonNullElse(own.getSubjectAlternativeNames(), List.of());
    return names.stream()
        .filter(name -> Objects.equals(name.get(0), DNS_NAME))
        .anyMatch(name -> matches(String.valueOf(name.get(1)), host));
  }

  /** Whether a name, which may begin with a wildcard for one label, is that of a host. */
  public static boolean matches(String name, String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    String found = name.toLowerCase(Locale.ROOT);
    int dot = wanted.indexOf('.');
    boolean wild = dot > 0 && WILDCARD.matcher(found).matches();
    return wild ? found.substring(1).equals(wanted.substring(dot)) : found.equals(wanted);
  }
}
