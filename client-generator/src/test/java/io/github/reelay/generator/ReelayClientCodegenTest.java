package io.github.reelay.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** A document with one of everything, and what comes out of it. */
class ReelayClientCodegenTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void generate() throws IOException {
    Path spec = Files.writeString(folder.resolve("relay.yaml"), resource("relay.yaml"));
    GlobalSettings.reset();
    for (String part : List.of("apis", "models", "supportingFiles")) {
      GlobalSettings.setProperty(part, "");
    }
    for (String part : List.of("apiTests", "modelTests", "apiDocs", "modelDocs")) {
      GlobalSettings.setProperty(part, "false");
    }
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setInputSpec(spec.toString())
            .setOutputDir(folder.resolve("client").toString())
            .setGeneratorName("reelay")
            .setLibrary("feign")
            .setApiPackage("relay")
            .setModelPackage("relay")
            .setQuiet(true);
    configurator.addAdditionalProperty("serializationLibrary", "jackson");
    configurator.addAdditionalProperty("openApiNullable", "false");
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    generator.opts(configurator.toClientOptInput()).generate();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReelayClientCodegenTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String generated(String name) throws IOException {
    return Files.readString(folder.resolve("client/src/main/java/relay").resolve(name));
  }

  @Test
  void writesMappingAndPackageBesideTheRecordsAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("client"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "Answer.java",
              "File.java",
              "Refusal.java",
              "Task.java",
              "TasksApi.java",
              "TasksMapping.java",
              "package-info.java",
              "reachability-metadata.json");
    }
  }

  @Test
  void writesItLikeHandWrittenCode() throws IOException {
    assertThat(generated("TasksMapping.java")).isEqualTo(resource("TasksMapping.txt"));
  }

  @Test
  void readsNothingWhereZeroMeansThatNothingIsSet() throws IOException {
    assertThat(generated("Task.java"))
        .contains("case \"finish_time\" -> finishTime = in.atZero() ? null : in.integerTime();")
        .contains("case \"changed\" -> changed = in.integerTime();");
  }
}
