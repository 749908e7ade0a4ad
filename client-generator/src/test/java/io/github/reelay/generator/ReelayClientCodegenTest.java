package io.github.reelay.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.SpecValidationException;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** A document with one of everything, and what comes out of it. */
class ReelayClientCodegenTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void generate() throws IOException {
    generate(resource("relay.yaml"), "client");
  }

  private static void generate(String document, String output) throws IOException {
    Path spec = Files.writeString(folder.resolve("relay.yaml"), document);
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
            .setOutputDir(folder.resolve(output).toString())
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
    return generated("client", name);
  }

  private static String generated(String output, String name) throws IOException {
    return Files.readString(folder.resolve(output).resolve("src/main/java/relay").resolve(name));
  }

  @Test
  void writesClientMappingAndPackageNextToTheRecordsAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("client"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "Answer.java",
              "File.java",
              "Refusal.java",
              "Task.java",
              "TasksApi.java",
              "TasksClient.java",
              "TasksMapping.java",
              "io.github.reelay.mapping.GeneratedClient",
              "package-info.java",
              "reachability-metadata.json");
    }
  }

  @Test
  void writesItLikeHandWrittenCode() throws IOException {
    assertThat(generated("TasksMapping.java")).isEqualTo(resource("TasksMapping.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "in: path, style: matrix, /get/parameters/0/style: expected one of",
    "in: path, allowReserved: true, /get/parameters/0/allowReserved: expected one of",
    "type: string, oneOf: [], /oneOf: expected no oneOf",
    "operationId: getTask, deprecated: true, /get/deprecated: expected one of",
  })
  void refusesADocumentThatBreaksARuleBeforeAnythingIsGenerated(
      String after, String added, String problem) throws IOException {
    String document = resource("relay.yaml");
    int line = document.indexOf(after);
    String indent = " ".repeat(line - document.lastIndexOf('\n', line) - 1);
    String wrong = document.replaceFirst(after + "\n", after + "\n" + indent + added + "\n");

    assertThatThrownBy(() -> generate(wrong, "refused"))
        .isInstanceOf(SpecValidationException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void namesTheClientForTheServiceLoader() throws IOException {
    assertThat(generated("TasksClient.java")).isEqualTo(resource("TasksClient.txt"));
    assertThat(
            Files.readString(
                folder.resolve(
                    "client/src/main/resources/META-INF/services/"
                        + "io.github.reelay.mapping.GeneratedClient")))
        .isEqualTo("relay.TasksClient\n");
  }

  @Test
  void readsNothingWhereZeroMeansThatNothingIsSet() throws IOException {
    String task = generated("Task.java");

    assertThat(task)
        .contains(
            position(task, "finish_time") + " finishTime = in.atZero() ? null : in.integerTime();")
        .contains(position(task, "changed") + " changed = in.integerTime();");
  }

  @ParameterizedTest
  @CsvSource({"in, _in", "member, _member", "read, read"})
  void givesNoMemberTheNameOfAVariableOfTheReader(String member, String variable)
      throws IOException {
    generate(resource("relay.yaml").replace("changed:", member + ":"), member);

    String task = generated(member, "Task.java");
    assertThat(task).contains(position(task, member) + " " + variable + " = in.integerTime();");
    assertThat(generated(member, "TasksMapping.java")).contains("task." + variable + "()");
  }

  /** The branch of a member by its name's position among the names of the record. */
  private static String position(String record, String member) {
    Matcher names = Pattern.compile("MemberNames\\.of\\(\"([^)]*)\"\\);").matcher(record);
    assertThat(names.find()).isTrue();
    return "case " + (List.of(names.group(1).split("\", \"")).indexOf(member) + 1) + " ->";
  }
}
