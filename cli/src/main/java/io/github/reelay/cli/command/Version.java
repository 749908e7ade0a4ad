package io.github.reelay.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that this was built as. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IOException("expected version.txt beside the classes");
      }
      return new String[] {
        "reelay " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()
      };
    }
  }
}
