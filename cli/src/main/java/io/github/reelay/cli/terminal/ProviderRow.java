package io.github.reelay.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.drift.TextTable;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One provider as it is listed.
 *
 * @param name under which it is registered
 * @param baseUrl where it is queried
 * @param profile what it documents
 * @param keySet whether its key's variable holds something
 */
public record ProviderRow(String name, URI baseUrl, ProviderProfile profile, boolean keySet) {
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

  /** One JSON object. */
  public String json() {
    return JsonLine.of(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStringField("name", name);
    json.writeStringField("baseUrl", baseUrl.toString());
    json.writeStringField("documentation", profile.documentation().toString());
    json.writeStringField("lastVerified", profile.lastVerified().toString());
    json.writeNumberField("firstQuerySeconds", polling().initialDelay().toSeconds());
    json.writeNumberField("intervalSeconds", polling().interval().toSeconds());
    json.writeNumberField("givesUpAfterSeconds", polling().timeout().toSeconds());
    json.writeStringField("keyVariable", EnvironmentVariables.key(name));
    json.writeBooleanField("keySet", keySet);
  }

  private PollingDefaults polling() {
    return profile.polling();
  }

  private List<String> cells() {
    return List.of(
        name,
        baseUrl.toString(),
        profile.documentation().toString(),
        profile.lastVerified().toString(),
        polling().initialDelay().isZero()
            ? "immediately"
            : "after " + Durations.text(polling().initialDelay()),
        Durations.text(polling().interval()),
        "after " + Durations.text(polling().timeout()),
        EnvironmentVariables.key(name) + (keySet ? " (set)" : " (not set)"));
  }
}
