package io.github.reelay.internal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The {@code Content-Encoding} of a body that was requested as gzip. */
public final class ContentCodings {
  private ContentCodings() {}

  /**
   * Whether the body is to be inflated.
   *
   * @param values the values of the header; may be empty
   * @throws IOException if the body has a coding that was not requested
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

  /** The body has an encoding that was not requested. */
  static final class UnaskedException extends IOException {
    private static final long serialVersionUID = 1L;

    UnaskedException() {
      super("expected gzip or no content encoding, found another");
    }
  }
}
