package io.github.reelay.dialect;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.ScalarValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of an error, in the places where providers say it.
 *
 * @param error the {@code error} member
 * @param topCode the top-level {@code code}
 * @param message the top-level {@code message}
 * @param msg the top-level {@code msg}
 */
public record ErrorReport(
    @Nullable ErrorValue error,
    @Nullable ScalarValue topCode,
    @Nullable String message,
    @Nullable String msg) {

  /** Of a body that says nothing of an error, or that cannot be read. */
  public static final ErrorReport NONE = new ErrorReport(null, null, null, null);

  /**
   * Whether an error member says something: one that is empty, or has code 0 and no message, is no
   * error.
   */
  public static boolean isError(@Nullable ErrorValue error) {
    if (error == null) {
      return false;
    }
    ScalarValue code = error.bare() != null && error.bare().number() ? error.bare() : error.code();
    if (errorMessage(error) != null) {
      return true;
    }
    return isGiven(code) ? !is(code, 0) : text(error.type()) != null;
  }

  /**
   * {@code error.code}, else {@code error.type}, else the top-level code; null if all are empty.
   */
  public @Nullable String code() {
    String code = isError(error) ? errorCode(error) : null;
    return code != null ? code : topCode == null ? null : text(topCode.text());
  }

  /** Every code and type that is not empty. */
  List<String> codes() {
    List<String> codes = new ArrayList<>(3);
    if (error != null && isError(error)) {
      add(codes, errorCode(error));
      add(codes, text(error.type()));
    }
    add(codes, topCode == null ? null : text(topCode.text()));
    return codes;
  }

  /** {@code error.code}, else the top-level code, where it is a word; never the error's type. */
  @Nullable String textCode() {
    String word = error == null ? null : textCode(error.code());
    return word != null ? word : textCode(topCode);
  }

  private static @Nullable String textCode(@Nullable ScalarValue code) {
    return code == null || code.number() ? null : text(code.text());
  }

  private static void add(List<String> codes, @Nullable String code) {
    if (code != null) {
      codes.add(code);
    }
  }

  /**
   * {@code error.message}, else the error as text, else message, else msg; null if all are empty.
   */
  public @Nullable String firstMessage() {
    String words = errorMessage(error);
    if (words == null) {
      words = text(message);
    }
    return words != null ? words : text(msg);
  }

  /**
   * Whether a 2xx body with this report is an error: a real error member, or a code that is one.
   */
  public boolean isFailure() {
    return isError(error) || (isGiven(topCode) && isFailureCode(topCode));
  }

  private static boolean isFailureCode(ScalarValue code) {
    return !is(code, 0) && !is(code, 200) && !"success".equals(text(code.text()));
  }

  private static @Nullable String errorCode(@Nullable ErrorValue error) {
    if (error == null) {
      return null;
    }
    if (error.bare() != null) {
      return error.bare().number() ? error.bare().text() : null;
    }
    String code = error.code() == null ? null : text(error.code().text());
    return code != null ? code : text(error.type());
  }

  private static @Nullable String errorMessage(@Nullable ErrorValue error) {
    if (error == null) {
      return null;
    }
    return error.bare() == null
        ? text(error.message())
        : error.bare().number() ? null : text(error.bare().text());
  }

  private static boolean isGiven(@Nullable ScalarValue code) {
    return code != null && text(code.text()) != null;
  }

  /** Whether the code is that number, as a number or as text. */
  private static boolean is(ScalarValue code, int number) {
    return code.number()
        ? Double.parseDouble(code.text()) == number
        : code.text().strip().equals(Integer.toString(number));
  }

  /** Names the members, never their values: a message may quote a prompt or a key. */
  @Override
  public String toString() {
    return "ErrorReport[error, code, message, msg]";
  }

  /** The text trimmed; null if nothing is left. */
  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
