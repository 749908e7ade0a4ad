package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.document.DeclaredValue;
import io.github.reelay.document.DocumentYaml;
import io.github.reelay.document.ProviderDocument;
import io.github.reelay.document.ValueKind;
import io.github.reelay.sandbox.internal.spec.ProviderSpec.Responses;
import io.github.reelay.sandbox.internal.spec.ProviderSpec.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads the specifications on the class path. */
public final class SpecReader {
  private static final String FOLDER = "io/github/reelay/specs/";
  private static final String EXTENSION = ".yaml";

  /**
   * What was read from the class path. Each test starts a sandbox of its own, and all of them read
   * the same few documents.
   */
  private static final Map<Source, ProviderSpec> READ = new ConcurrentHashMap<>();

  /** A class path with more is not kept whole. */
  private static final int MOST_KEPT = 64;

  private final ClassLoader loader;

  private record Source(String provider, String text) {}

  /** Reads nothing yet. */
  public SpecReader(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The providers whose specification is in the folder, in the order of their names, from each
   * directory and each jar on the class path.
   */
  public SortedSet<String> providers() {
    SortedSet<String> providers = new TreeSet<>();
    try {
      for (URL folder : Collections.list(loader.getResources(FOLDER))) {
        for (String file : files(folder)) {
          if (file.endsWith(EXTENSION)) {
            providers.add(file.substring(0, file.length() - EXTENSION.length()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read " + FOLDER + " from the class path", e);
    }
    return providers;
  }

  /** The names of the files in the folder, without those of the folders in it. */
  private static List<String> files(URL folder) throws IOException {
    if (folder.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false); // a cached jar would stay open, or be closed for others
      try (JarFile jar = connection.getJarFile()) {
        return jar.stream()
            .map(JarEntry::getName)
            .filter(name -> name.startsWith(FOLDER))
            .map(name -> name.substring(FOLDER.length()))
            .filter(name -> name.indexOf('/') < 0)
            .toList();
      }
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /**
   * Reads the document of a provider from the class path.
   *
   * @throws IllegalArgumentException if there is none, or if it is unfit
   */
  public ProviderSpec read(String provider) {
    String resource = FOLDER + provider + EXTENSION;
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "expected the specification of "
                + provider
                + " at /"
                + resource
                + " on the class path, found none; is its jar there?");
      }
      return kept(new Source(provider, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read " + resource + " from the class path", e);
    }
  }

  private static ProviderSpec kept(Source source) {
    ProviderSpec known = READ.get(source);
    if (known != null) {
      return known;
    }
    ProviderSpec read = of(source.provider(), source.text());
    if (READ.size() < MOST_KEPT) {
      READ.put(source, read);
    }
    return read;
  }

  /**
   * What a document says.
   *
   * @param provider the name under which the sandbox serves it
   * @param text an OpenAPI document that says where its responses hold what
   * @throws IllegalArgumentException if it is unfit; the message names the provider
   */
  public static ProviderSpec of(String provider, String text) {
    Map<String, ?> root = DocumentYaml.read(provider, text);
    Map.Entry<String, SpecNode> path =
        SpecNode.root(root)
            .at("paths")
            .members()
            .filter(candidate -> candidate.getValue().at("get").exists())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a path with a GET operation in the specification of "
                            + provider));
    SpecNode operation = path.getValue().at("get");
    OperationRoute route = OperationRoute.of(path.getKey(), parameters(path.getValue(), operation));
    List<NamedExample> examples =
        operation.at("responses").members().flatMap(SpecReader::examples).toList();
    ProviderDocument document = ProviderDocument.read(provider, root);
    ResponsePlaces places = ResponsePlaces.of(document.facts(), document.places());
    MadeUpTasks missing = new MadeUpTasks(document.facts(), document.places(), kinds(document));
    return new ProviderSpec(
        provider,
        document.facts(),
        new Routes(route, null),
        new Responses(examples, missing, places));
  }

  /** What the document declares to be at each place of the task. */
  private static Map<String, ValueKind> kinds(ProviderDocument document) {
    Map<String, ValueKind> kinds = new HashMap<>();
    collect(document.task(), kinds);
    return kinds;
  }

  private static void collect(DeclaredValue declared, Map<String, ValueKind> kinds) {
    declared.places().forEach(place -> kinds.put(place.pointer(), declared.kind()));
    declared.members().values().forEach(member -> collect(member, kinds));
    if (declared.items() != null) {
      collect(declared.items(), kinds);
    }
  }

  private static List<SpecNode> parameters(SpecNode path, SpecNode operation) {
    return Stream.concat(operation.at("parameters").elements(), path.at("parameters").elements())
        .toList();
  }

  private static Stream<NamedExample> examples(Map.Entry<String, SpecNode> response) {
    if (!response.getKey().matches("\\d{3}")) {
      return Stream.empty();
    }
    int status = Integer.parseInt(response.getKey());
    Map<String, String> headers = headers(response.getValue());
    List<NamedExample> found = new ArrayList<>();
    response
        .getValue()
        .at("content")
        .members()
        .forEach(content -> found.addAll(named(status, headers, content)));
    if (found.isEmpty()) {
      found.add(new NamedExample(status, response.getKey(), "", headers, null));
    }
    return found.stream();
  }

  private static List<NamedExample> named(
      int status, Map<String, String> headers, Map.Entry<String, SpecNode> content) {
    return content
        .getValue()
        .at("examples")
        .members()
        .map(
            example ->
                new NamedExample(
                    status,
                    example.getKey(),
                    content.getKey(),
                    headers,
                    example.getValue().at("value").value()))
        .toList();
  }

  private static Map<String, String> headers(SpecNode response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .at("headers")
        .members()
        .filter(header -> header.getValue().at("example").exists())
        .forEach(header -> headers.put(header.getKey(), header.getValue().at("example").text()));
    return headers;
  }
}
