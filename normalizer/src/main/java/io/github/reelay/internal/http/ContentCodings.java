package io.github.reelay.internal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code Content-Encoding} says of a body that was asked for as gzip. */
public final class ContentCodings {
  private ContentCodings() {}

  /**
   * Whether the body is to be inflated.
   *
   * @param values those of the header; may be empty
   * @throws IOException if it has a coding that nobody asked for
   */
  public static boolean isGzip(List<String> values) throws IOException {
    List<String> codings =
        values.stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    if (codings.isEmpty()) {
      return false;
    }
    if (codings.equals(List.of("gzip")) || codings.equals(List.of("x-gzip"))) {
      return true;
    }
    throw new UnaskedException();
  }

  /** The body has an encoding that was not asked for. */
  static final class UnaskedException extends IOException {
    private static final long serialVersionUID = 1L;

    UnaskedException() {
      super("expected gzip or no content encoding, found another");
    }
  }
}
