package io.github.reelay.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit in a project that uses it, in which one thing is wrong at a time. */
class DialectContractTest {
  private static final Path CONSUMER =
      Path.of("").toAbsolutePath().getParent().resolve("consumers/contract-kit");

  @TempDir private Path folder;

  @BeforeEach
  void copyTheConsumer() throws IOException {
    try (Stream<Path> files = Files.walk(CONSUMER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("/target/")) {
          Path copy = folder.resolve(CONSUMER.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private DialectContract contract() {
    return DialectContract.of(folder.resolve("my-provider.yaml"))
        .responses(folder.resolve("responses"))
        .goldens(folder.resolve("goldens"))
        .baseline(Baseline.file(folder.resolve("baseline/my-provider.yaml")));
  }

  @Test
  void passesForTheConsumerAsItIs() {
    Map<String, String> outcomes = KitRun.of(contract());

    assertThat(outcomes.keySet())
        .contains(
            "the document keeps the rules",
            "each response is read: completed",
            "each golden file is what is read: unknown-task",
            "each golden file is what is read: no golden file is left over",
            "no response drifts from the contract: failed",
            "the version says what changed since " + folder.resolve("baseline/my-provider.yaml"));
    assertThat(outcomes.values()).containsOnly("passed", "skipped");
    assertThat(outcomes.entrySet().stream().filter(each -> each.getValue().equals("skipped")))
        .as("the short form is no contract")
        .allMatch(each -> each.getKey().startsWith("no response drifts"))
        .hasSize(5);
  }

  @Test
  void failsForAMisspeltKey() throws IOException {
    edit("my-provider.yaml", "words:", "wrods:");

    assertThat(KitRun.of(contract()).get("the document keeps the rules"))
        .contains("my-provider.yaml: line ")
        .contains("found 'wrods'; did you mean words?");
  }

  @Test
  void failsForAWordThatTheDocumentDoesNotName() throws IOException {
    edit("responses/uploading.json", "uploading", "sharpening");

    assertThat(KitRun.of(contract()).get("each response is read: uploading"))
        .isEqualTo(
            "uploading: expected a status text that the document names, found 'sharpening'; say"
                + " what it means");
  }

  @Test
  void failsForAResponseThatShowsNoTask() throws IOException {
    Files.writeString(folder.resolve("responses/waiting.json"), "{\"code\":0}");

    assertThat(KitRun.of(contract()).get("each response is read: waiting")).startsWith("waiting: ");
  }

  @Test
  void failsForAGoldenFileThatSaysOtherwise() throws IOException {
    edit("goldens/completed.json", "succeeded", "running");

    assertThat(KitRun.of(contract()).get("each golden file is what is read: completed"))
        .startsWith("completed is read otherwise than " + folder.resolve("goldens/completed.json"));
  }

  @Test
  void failsForAMissingAndForALeftOverGoldenFile() throws IOException {
    Files.move(folder.resolve("goldens/failed.json"), folder.resolve("goldens/older.json"));
    Map<String, String> outcomes = KitRun.of(contract());

    assertThat(outcomes.get("each golden file is what is read: failed"))
        .isEqualTo(
            "expected the golden file %s, found none; write it by -Dgolden.rewrite=true, and read it"
                .formatted(folder.resolve("goldens/failed.json")));
    assertThat(outcomes.get("each golden file is what is read: no golden file is left over"))
        .isEqualTo(
            "expected a response for each golden file in %s, found none for [older.json]; delete"
                    .formatted(folder.resolve("goldens"))
                + " them");
  }

  @Test
  void failsForAChangeThatTheVersionDoesNotSay() throws IOException {
    edit("my-provider.yaml", "url: /output/url", "url: /output/file");

    assertThat(
            KitRun.of(contract())
                .get(
                    "the version says what changed since "
                        + folder.resolve("baseline/my-provider.yaml")))
        .isEqualTo("passed");
    edit("my-provider.yaml", "version: 0.2.0", "version: 0.1.1");
    assertThat(
            KitRun.of(contract())
                .get(
                    "the version says what changed since "
                        + folder.resolve("baseline/my-provider.yaml")))
        .contains("expected version 0.2.0 or higher after a breaking change since 0.1.0, found")
        .contains("breaking: `read.video.url` was /output/url and is /output/file, at /read");
  }

  @Test
  void saysAloudThatThereIsNoEarlierVersionYet() {
    try (RecordedLog log = new RecordedLog()) {
      assertThat(
              KitRun.of(contract().baseline(Baseline.committed("HEAD")))
                  .get("the version says what changed since HEAD"))
          .isEqualTo("skipped");
      assertThat(log.lines())
          .containsExactly(
              "WARNING %s: nothing is compared with HEAD: my-provider.yaml is in no git repository"
                  .formatted(folder.resolve("my-provider.yaml")));
    }
  }

  @Test
  void failsWithoutTheFileOfTheEarlierVersion() throws IOException {
    Path baseline = folder.resolve("baseline/my-provider.yaml");
    Files.delete(baseline);

    assertThat(KitRun.of(contract()).get("the version says what changed since " + baseline))
        .isEqualTo(
            "expected the earlier version of my-provider.yaml in %s, found no file; correct the path,"
                    .formatted(baseline)
                + " or copy the document there if it is new");
    Files.copy(folder.resolve("my-provider.yaml"), baseline);
    assertThat(KitRun.of(contract()).get("the version says what changed since " + baseline))
        .isEqualTo("passed");
  }

  @Test
  void failsIfTheEarlierVersionCannotBeKnown() throws IOException {
    Files.createDirectory(folder.resolve(".git")); // of which git says that it is no repository

    assertThat(
            KitRun.of(contract().baseline(Baseline.committed("origin/main")))
                .get("the version says what changed since origin/main"))
        .startsWith(
            "expected git to find my-provider.yaml at origin/main, found that 'git rev-parse'");
  }

  @Test
  void findsTheDriftOfAResponseFromAnOpenApiDocument() throws IOException {
    DialectContract contract = DialectContract.of(openApi()).responses(folder.resolve("responses"));
    only("new.json", "{\"id\":\"t-1\",\"status\":\"waiting\",\"region\":\"eu\"}");

    Map<String, String> outcomes = KitRun.of(contract);

    assertThat(outcomes.get("the document keeps the rules")).isEqualTo("passed");
    assertThat(outcomes.get("each response is read: waiting")).isEqualTo("passed");
    assertThat(outcomes.get("no response drifts from the contract: new"))
        .isEqualTo(
            "new: expected a response as documented, found undocumented-field at /region: the"
                + " contract declares no such member; declare it in the document, or take the"
                + " response away");
  }

  @Test
  void lintsAnOpenApiDocument() throws IOException {
    Path document = openApi();
    edit("full.yaml", "status: waiting}", "status: 5}");
    edit("full.yaml", "url: {type: string,", "url: {type: string, pattern: ^https,");

    assertThat(KitRun.of(DialectContract.of(document)).get("the document keeps the rules"))
        .contains("/Task/properties/url/pattern: expected one of ")
        .contains("/examples/waiting/value/status: expected text, found 5");
  }

  private Path openApi() throws IOException {
    return Files.writeString(
        folder.resolve("full.yaml"),
        """
        openapi: 3.0.3
        info: {title: full, version: 0.1.0, x-provider: full}
        servers: [{url: 'https://relay.example'}]
        paths:
          /v1/tasks/{id}:
            get:
              operationId: getTask
              tags: [Tasks]
              x-polling: {firstQuery: 0, interval: 10, givesUpAfter: 600}
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200':
                  description: Found.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Task'}
                      examples:
                        waiting: {value: {id: t-1, status: waiting}}
        components:
          schemas:
            Task:
              type: object
              properties:
                id: {type: string, x-reelay: id}
                status:
                  type: string
                  x-known-values: [waiting, completed]
                  x-means: {queued: [waiting], succeeded: [completed]}
                  x-reelay: status
                url: {type: string, x-reelay: video.url}
        """);
  }

  /** Leaves one response in the folder. */
  private void only(String name, String body) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("responses"))) {
      for (Path file : List.copyOf(files.toList())) {
        Files.delete(file);
      }
    }
    Files.writeString(folder.resolve("responses").resolve(name), body);
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
