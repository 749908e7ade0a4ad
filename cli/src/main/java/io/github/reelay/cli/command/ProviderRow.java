package io.github.reelay.cli.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.reelay.cli.terminal.Durations;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
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
record ProviderRow(String name, URI baseUrl, ProviderProfile profile, boolean keySet) {
  private static final JsonFactory JSON = new JsonFactory();
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

  static ProviderRow of(Provider provider, Map<String, String> env) {
    String key = env.get(EnvironmentVariables.key(provider.name()));
    return new ProviderRow(
        provider.name(),
        provider.baseUrl(),
        provider.dialect().profile(),
        key != null && !key.isBlank());
  }

  /** The lines of a table, the titles first. */
  static List<String> table(List<ProviderRow> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(TITLES);
    rows.forEach(row -> table.add(row.cells()));
    int[] widths = new int[TITLES.size()];
    for (List<String> cells : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }
    return table.stream().map(cells -> line(cells, widths)).toList();
  }

  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeStringField("baseUrl", baseUrl.toString());
      json.writeStringField("documentation", profile.documentation().toString());
      json.writeStringField("lastVerified", profile.lastVerified().toString());
      json.writeNumberField("firstQuerySeconds", polling().initialDelay().toSeconds());
      json.writeNumberField("intervalSeconds", polling().interval().toSeconds());
      json.writeNumberField("givesUpAfterSeconds", polling().timeout().toSeconds());
      json.writeStringField("keyVariable", EnvironmentVariables.key(name));
      json.writeBooleanField("keySet", keySet);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes every character", impossible);
    }
    return text.toString();
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

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
