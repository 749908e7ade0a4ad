package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Spec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Generates a client in this process, as the plugin does it in the build. */
final class ClientGenerator {
  private static final List<String> OF_THE_PLUGIN = List.of("inputSpec", "cleanupOutput");
  private static final Map<String, String> PARTS =
      Map.of(
          "generateApiTests", "apiTests",
          "generateModelTests", "modelTests",
          "generateApiDocumentation", "apiDocs",
          "generateModelDocumentation", "modelDocs");

  private final ClientSettings settings;

  ClientGenerator(ClientSettings settings) {
    this.settings = settings;
  }

  /** The sources of a document, by their path. */
  SortedMap<String, String> generate(Spec spec) {
    try {
      Path folder = Files.createTempDirectory("spec-mutation");
      try {
        Path input = Files.writeString(folder.resolve("spec.yaml"), spec.document().toString());
        return sources(generate(input, folder.resolve("client")));
      } finally {
        delete(folder);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private List<File> generate(Path input, Path output) {
    GlobalSettings.reset();
    GlobalSettings.setProperty("apis", "");
    GlobalSettings.setProperty("models", "");
    GlobalSettings.setProperty("supportingFiles", "");
    CodegenConfigurator configurator =
        new CodegenConfigurator().setInputSpec(input.toString()).setOutputDir(output.toString());
    settings.settings().forEach((name, value) -> apply(configurator, name, value));
    settings.options().forEach(configurator::addAdditionalProperty);
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    return generator.opts(configurator.toClientOptInput()).generate();
  }

  private static void apply(CodegenConfigurator configurator, String name, String value) {
    switch (name) {
      case "generatorName" -> configurator.setGeneratorName(value);
      case "library" -> configurator.setLibrary(value);
      case "apiPackage" -> configurator.setApiPackage(value);
      case "modelPackage" -> configurator.setModelPackage(value);
      case "invokerPackage" -> configurator.setInvokerPackage(value);
      case "quiet" -> configurator.setQuiet(Boolean.parseBoolean(value));
      case "nameMappings" -> nameMappings(configurator, value);
      default -> part(name, value);
    }
  }

  private static void nameMappings(CodegenConfigurator configurator, String value) {
    for (String mapping : value.split(",")) {
      String[] names = mapping.strip().split("=");
      configurator.addNameMapping(names[0], names[1]);
    }
  }

  private static void part(String name, String value) {
    if (PARTS.containsKey(name) && value.equals("false")) {
      GlobalSettings.setProperty(PARTS.get(name), value);
    } else if (!OF_THE_PLUGIN.contains(name)) {
      throw new IllegalArgumentException(
          ("expected a setting that ClientGenerator hands on, found %s=%s in"
                  + " generated-clients/pom.xml; teach it that setting")
              .formatted(name, value));
    }
  }

  private static SortedMap<String, String> sources(List<File> files) throws IOException {
    SortedMap<String, String> sources = new TreeMap<>();
    for (File file : files) {
      String path = file.toString().replace(File.separatorChar, '/');
      if (!path.contains("/src/main/java/")) {
        continue; // the service file
      }
      sources.put(path.replaceFirst("^.*/src/main/java/", ""), Files.readString(file.toPath()));
    }
    return sources;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
