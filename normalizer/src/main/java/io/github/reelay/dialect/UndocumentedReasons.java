package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.internal.url.Urls;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of an error at places that no contract names: looked at by member names alone,
 * and so without findings. It counts after everything that the contract names.
 */
final class UndocumentedReasons {
  private static final Set<String> FIELDS = Set.of("field", "param", "loc", "path", "pointer");

  private @Nullable String failReason;
  private @Nullable String detail;
  private @Nullable String detailType;
  private @Nullable String reason;
  private boolean namesParameter;

  /** Reads the object at hand to its end: the whole body, or the task in its envelope. */
  static UndocumentedReasons read(ContractReader in) {
    UndocumentedReasons found = new UndocumentedReasons();
    while (in.nextField()) {
      switch (in.field()) {
        case "fail_reason" -> found.failReason = Urls.unlessUrl(text(in));
        case "detail" -> found.detail(in);
        case "reason" -> found.reason = text(in);
        case "error" -> found.parameters(in);
        case "errors" -> found.errors(in);
        default -> found.parameter(in);
      }
    }
    return found;
  }

  /** {@code fail_reason}, else {@code detail}, else {@code reason}; null if all say nothing. */
  @Nullable String message() {
    return failReason != null ? failReason : detail != null ? detail : reason;
  }

  /** The {@code type} of the first entry of {@code detail}; null if there is none. */
  @Nullable String detailType() {
    return detailType;
  }

  /**
   * Whether a parameter is called malformed: a list as {@code detail}, a param, a loc, or {@code
   * errors} by field.
   */
  boolean namesParameter() {
    return namesParameter;
  }

  /** A text, one entry, or a list of entries such as validators write. */
  private void detail(ContractReader in) {
    detail = null;
    detailType = null;
    if (!in.atArray()) {
      entry(in);
      return;
    }
    in.enterArray();
    while (in.nextElement()) {
      namesParameter |= !in.atNull();
      entry(in);
    }
  }

  private void entry(ContractReader in) {
    String message = null;
    if (!in.atObject()) {
      message = text(in);
    } else {
      while (in.nextField()) {
        switch (in.field()) {
          case "msg", "message" -> message = text(in);
          case "type" -> detailType = first(detailType, text(in));
          default -> parameter(in);
        }
      }
    }
    detail = first(detail, message);
  }

  private void parameters(ContractReader in) {
    if (!in.atObject()) {
      in.skip();
      return;
    }
    while (in.nextField()) {
      parameter(in);
    }
  }

  /** An object with a member for each field, or a list of entries that name one. */
  private void errors(ContractReader in) {
    if (in.atScalar()) {
      in.skip();
    } else if (in.atObject()) {
      while (in.nextField()) {
        namesParameter |= !in.atNull();
        in.skip();
      }
    } else {
      in.enterArray();
      while (in.nextElement()) {
        fields(in);
      }
    }
  }

  private void fields(ContractReader in) {
    if (!in.atObject()) {
      in.skip();
      return;
    }
    while (in.nextField()) {
      namesParameter |= FIELDS.contains(in.field()) && !in.atNull();
      in.skip();
    }
  }

  private void parameter(ContractReader in) {
    boolean named = in.field().equals("param") || in.field().equals("loc");
    if (!named || in.atObject()) {
      in.skip();
    } else if (in.atScalar()) {
      namesParameter |= text(in) != null;
    } else {
      in.enterArray();
      while (in.nextElement()) {
        namesParameter |= !in.atNull();
        in.skip();
      }
    }
  }

  /** The text trimmed; null if nothing is left. Providers put the URL of a video here too. */
  private static @Nullable String text(ContractReader in) {
    if (!in.atScalar()) {
      in.skip();
      return null;
    }
    String text = in.text();
    String words = text == null ? "" : text.strip();
    boolean url = words.regionMatches(true, 0, "http", 0, 4) && words.contains("://");
    return words.isEmpty() || url ? null : words;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
