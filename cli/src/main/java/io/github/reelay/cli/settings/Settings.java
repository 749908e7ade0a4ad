package io.github.reelay.cli.settings;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables, and the lines of the config file where a variable is not set. The file
 * is read when a variable of Reelay's is looked for in vain, because many commands need none.
 */
public final class Settings extends AbstractMap<String, String> {
  private final Map<String, String> environment;
  private @Nullable Map<String, String> file;

  /** Reads nothing yet. */
  public Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The value of a variable, or of its line in the config file; null if there is neither.
   *
   * @throws io.github.reelay.cli.terminal.UsageException if the file cannot be used
   */
  @Override
  public @Nullable String get(Object name) {
    String value = environment.get(name);
    return value == null && isOurs(name) ? file().get(name) : value;
  }

  @Override
  public boolean containsKey(Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> all = new HashMap<>(file());
    all.putAll(environment);
    return all.entrySet();
  }

  private static boolean isOurs(Object name) {
    return name instanceof String text && text.startsWith(ConfigFile.PREFIX);
  }

  private synchronized Map<String, String> file() {
    if (file == null) {
      file = ConfigFile.read(environment);
    }
    return file;
  }

  /** Names nothing: the values hold keys. */
  @Override
  public String toString() {
    return "Settings";
  }
}
