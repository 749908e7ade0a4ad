package io.github.reelay.contracttests.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a module says to GraalVM, from {@code META-INF/native-image} of its compiled classes.
 *
 * @param reflection for each type the flags and methods that are registered for it, such as {@code
 *     allPublicMethods} or {@code <init>}
 * @param proxies the interfaces of which proxies are made
 * @param globs the resources
 */
record NativeMetadata(
    SortedMap<String, SortedSet<String>> reflection, Set<String> proxies, List<String> globs) {

  /** That of a module; empty if it has none. */
  static NativeMetadata of(String folder) {
    NativeMetadata metadata =
        new NativeMetadata(new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
    Path file =
        Root.path(folder)
            .resolve("target/classes/META-INF/native-image/io.github.reelay")
            .resolve(Modules.artifact(folder))
            .resolve("reachability-metadata.json");
    if (Files.exists(file)) {
      metadata.read(file);
    }
    return metadata;
  }

  /** Whether one of the globs names that resource, such as {@code META-INF/services/a.B}. */
  boolean hasResource(String name) {
    return globs.stream()
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .anyMatch(glob -> glob.matches(Path.of(name)));
  }

  private void read(Path file) {
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      root.path("reflection").forEach(this::register);
      root.path("resources").forEach(each -> globs.add(each.path("glob").asText()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void register(JsonNode entry) {
    JsonNode type = entry.path("type");
    if (type.isObject()) {
      type.path("proxy").forEach(each -> proxies.add(each.asText()));
      return;
    }
    SortedSet<String> registered =
        reflection.computeIfAbsent(type.asText(), absent -> new TreeSet<>());
    entry
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (entry.path(name).asBoolean()) {
                registered.add(name);
              }
            });
    entry.path("methods").forEach(method -> registered.add(method.path("name").asText()));
  }
}
