package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.UsageException;
import picocli.CommandLine.ITypeConverter;

/**
 * A header of requests for videos; its value may be a secret.
 *
 * @param name as it was given, not checked
 * @param value without blanks around it
 */
record RequestHeader(String name, String value) {
  static final String OPTION = "--download-header";

  /** The name alone: the value may be a secret. */
  @Override
  public String toString() {
    return name;
  }

  static final class Converter implements ITypeConverter<RequestHeader> {
    @Override
    public RequestHeader convert(String text) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw new UsageException(
            "expected a name, a colon and a value at "
                + OPTION
                + ", such as 'Referer: https://app.example/', found no colon");
      }
      return new RequestHeader(text.substring(0, colon), text.substring(colon + 1).strip());
    }
  }
}
