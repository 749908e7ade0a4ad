package io.github.reelay.cli.settings;

import io.github.reelay.cli.page.PageOption;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.network.NetworkSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a config file: {@code NAME=VALUE}, as a shell reads them. {@code export} may stand
 * before the name, quotes around the value, and a comment behind it; blank lines and those that
 * begin with {@code #} are skipped.
 */
final class ConfigLines {
  private static final Pattern SETTING =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)", Pattern.DOTALL);

  /** In a shell too, a number sign inside a word begins no comment. */
  private static final Pattern COMMENT = Pattern.compile("\\s+#.*", Pattern.DOTALL);

  /** Those of providers, also of one that only a document describes. */
  private static final Pattern OF_A_PROVIDER = Pattern.compile("REELAY_\\w+_(API_KEY|BASE_URL)");

  private ConfigLines() {}

  /**
   * The values by name.
   *
   * @throws UsageException if a line is no setting, has a name that is not read, or repeats one
   */
  static Map<String, String> read(Path file, List<String> lines) {
    Map<String, String> values = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (i == 0 && line.startsWith("\uFEFF")) {
        line = line.substring(1).strip();
      }
      if (!line.isEmpty() && !line.startsWith("#")) {
        String place = file + ":" + (i + 1) + ": ";
        Matcher setting = setting(place, line);
        Integer before = numbers.put(setting.group(1), i + 1);
        if (before != null) {
          throw UsageException.whole(
              place + "expected each name once, found that of line " + before + " again");
        }
        values.put(setting.group(1), unquoted(place, setting.group(2)));
      }
    }
    return values;
  }

  /** A line that cannot be read is not shown: it may be a key. */
  private static Matcher setting(String place, String line) {
    Matcher setting = SETTING.matcher(line);
    if (!setting.matches()) {
      throw UsageException.whole(
          place + "expected a line such as REELAY_TOAPIS_API_KEY=…, found another");
    }
    String name = setting.group(1);
    if (!isRead(name)) {
      throw UsageException.whole(
          place
              + "expected REELAY_<PROVIDER>_API_KEY, REELAY_<PROVIDER>_BASE_URL, "
              + NetworkSettings.PROXY
              + ", "
              + NetworkSettings.NO_PROXY
              + " or "
              + PageOption.TOKEN
              + ", found "
              + (name.startsWith(ConfigFile.PREFIX) ? name : "another name"));
    }
    return setting;
  }

  private static boolean isRead(String name) {
    return name.equals(NetworkSettings.PROXY)
        || name.equals(NetworkSettings.NO_PROXY)
        || name.equals(PageOption.TOKEN)
        || OF_A_PROVIDER.matcher(name).matches();
  }

  private static String unquoted(String place, String given) {
    String text = given.strip();
    boolean quoted = text.startsWith("'") || text.startsWith("\"");
    if (!quoted) {
      return COMMENT.matcher(given).replaceFirst("").strip();
    }
    int end = text.indexOf(text.charAt(0), 1);
    if (end < 0 || !COMMENT.matcher(text.substring(end + 1)).replaceFirst("").isBlank()) {
      throw UsageException.whole(
          place + "expected a value with a quote at each end and none inside, found another");
    }
    return text.substring(1, end);
  }
}
