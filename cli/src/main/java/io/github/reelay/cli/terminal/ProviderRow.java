package io.github.reelay.cli.terminal;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.drift.TextTable;
import io.github.reelay.internal.json.JsonWriter;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One provider as {@code reelay providers} lists it.
 *
 * @param name under which it is registered
 * @param baseUrl where it is queried; null if neither its document nor a variable names it
 * @param profile what it documents
 * @param keySet whether its key's variable holds something
 */
public record ProviderRow(
    String name, @Nullable URI baseUrl, ProviderProfile profile, boolean keySet) {
  private static final List<String> TITLES =
      List.of(
          "NAME",
          "BASE URL",
          "DOCUMENTATION",
          "LAST VERIFIED",
          "FIRST QUERY",
          "INTERVAL",
          "GIVES UP",
          "KEY");

  /** A provider; whether it has a key is looked up in the environment. */
  public static ProviderRow of(Provider provider, Map<String, String> env) {
    String key = env.get(EnvironmentVariables.key(provider.name()));
    return new ProviderRow(
        provider.name(),
        provider.baseUrl(),
        provider.dialect().profile(),
        key != null && !key.isBlank());
  }

  /** The lines of a table, the titles first. */
  public static List<String> table(List<ProviderRow> rows) {
    return TextTable.lines(TITLES, rows.stream().map(ProviderRow::cells).toList());
  }

  /** One JSON object on one line. Times are in seconds; the value of the key is not in it. */
  public String json() {
    JsonWriter json = JsonWriter.line();
    json.text("name", name);
    json.text("baseUrl", baseUrl);
    json.text("documentation", profile.documentation());
    json.text("lastVerified", profile.lastVerified());
    json.number("firstQuerySeconds", polling().initialDelay().toSeconds());
    json.number("intervalSeconds", polling().interval().toSeconds());
    json.number("givesUpAfterSeconds", polling().timeout().toSeconds());
    json.text("keyVariable", EnvironmentVariables.key(name));
    json.flag("keySet", keySet);
    return json.end();
  }

  private PollingDefaults polling() {
    return profile.polling();
  }

  private List<String> cells() {
    return List.of(
        name,
        Objects.toString(baseUrl, EnvironmentVariables.baseUrl(name) + " (not set)"),
        Objects.toString(profile.documentation(), "not known"),
        Objects.toString(profile.lastVerified(), "never"),
        polling().initialDelay().isZero()
            ? "immediately"
            : "after " + DurationText.text(polling().initialDelay()),
        DurationText.text(polling().interval()),
        "after " + DurationText.text(polling().timeout()),
        EnvironmentVariables.key(name) + (keySet ? " (set)" : " (not set)"));
  }
}
