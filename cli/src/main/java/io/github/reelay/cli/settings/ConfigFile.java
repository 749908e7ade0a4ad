package io.github.reelay.cli.settings;

import io.github.reelay.cli.terminal.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file {@code reelay/config} in the user's directory of settings. It holds keys. */
final class ConfigFile {
  /** What the names of all variables begin with. */
  static final String PREFIX = "REELAY_";

  private static final long MOST_BYTES = 1 << 20;
  private static final Set<PosixFilePermission> OF_THE_OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private ConfigFile() {}

  /**
   * The values in the file, by the names of the variables that they stand for; none if there is no
   * file.
   *
   * @param environment says where it is: in {@code XDG_CONFIG_HOME} if that is an absolute path,
   *     else in {@code .config} in {@code HOME}
   * @throws UsageException if others may read it, or a line is no setting
   */
  static Map<String, String> read(Map<String, String> environment) {
    Path file = file(environment);
    if (file == null || Files.notExists(file)) {
      return Map.of();
    }
    try {
      checkMode(file);
      return ConfigLines.read(file, lines(file));
    } catch (CharacterCodingException noText) {
      throw new UsageException(file + ": expected UTF-8 text, found other bytes");
    } catch (IOException unreadable) {
      throw new UsageException(
          "expected a file with settings at '" + file + "', found one that cannot be read");
    }
  }

  private static @Nullable Path file(Map<String, String> environment) {
    Path folder = absolute(environment.get("XDG_CONFIG_HOME"));
    if (folder == null) {
      Path home = absolute(environment.get("HOME"));
      folder = home == null ? null : home.resolve(".config");
    }
    return folder == null ? null : folder.resolve("reelay").resolve("config");
  }

  /** The XDG Base Directory Specification has relative paths ignored. */
  private static @Nullable Path absolute(@Nullable String path) {
    try {
      return path == null || !Path.of(path).isAbsolute() ? null : Path.of(path);
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw new UsageException(
          "expected a file of at most " + MOST_BYTES + " bytes at '" + file + "', found another");
    }
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }

  private static void checkMode(Path file) throws IOException {
    Set<PosixFilePermission> mode;
    try {
      mode = Files.getPosixFilePermissions(file);
    } catch (UnsupportedOperationException noModes) {
      return; // such as on Windows, where the home directory is the user's own
    }
    if (!OF_THE_OWNER.containsAll(mode)) {
      throw UsageException.whole(
          "expected that nobody but its owner may use "
              + file
              + ", because it holds keys, found the mode "
              + PosixFilePermissions.toString(mode)
              + "; run: chmod 600 "
              + quoted(file.toString()));
    }
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
