package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds the examples of the specifications: golden files and the interactions of pacts.
 *
 * @param goldens the folder with a folder for each provider, in it one file for each example
 * @param pacts the folder of the pact files; the state of an interaction names its example
 */
public record Recordings(Path goldens, Path pacts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The examples of that provider that have a golden file; empty without a folder. */
  Set<String> goldens(String provider) throws IOException {
    Set<String> examples = new TreeSet<>();
    for (Path file : files(goldens.resolve(provider))) {
      String name = file.getFileName().toString();
      examples.add(name.substring(0, name.length() - ".json".length()));
    }
    return examples;
  }

  /** The descriptions of the interactions with that provider, by the example in their state. */
  Map<String, List<String>> interactions(String provider) throws IOException {
    Map<String, List<String>> descriptions = new TreeMap<>();
    for (Path file : files(pacts)) {
      JsonNode pact = JSON.readTree(file.toFile());
      if (pact.at("/provider/name").asText().equals(provider)) {
        for (JsonNode each : pact.path("interactions")) {
          String example = each.at("/providerStates/0/params/example").asText();
          descriptions
              .computeIfAbsent(example, fresh -> new ArrayList<>())
              .add(each.path("description").asText());
        }
      }
    }
    return descriptions;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".json")).sorted().toList();
    }
  }
}
