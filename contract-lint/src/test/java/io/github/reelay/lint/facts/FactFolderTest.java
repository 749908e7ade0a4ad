package io.github.reelay.lint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with one provider, in which one thing is wrong at a time. */
class FactFolderTest {
  private static final String SPEC =
      """
      paths:
        /tasks/{id}:
          get:
            responses:
              '200':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Task'}
                    examples:
                      first: {value: {id: task_1, share: 0.50, seed: null}}
      # AC1: text counts.
      components:
        schemas:
          Task:
            properties:
              id: {type: string, x-facts: [A1]}
              name: {type: string, x-inferred: 'AE2: twins.'}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeAGoodFolder() throws IOException {
    Files.createDirectories(folder.resolve("facts"));
    Files.createDirectories(folder.resolve("tests/src/test"));
    Files.writeString(folder.resolve("facts/acme.yaml"), Samples.REGISTER);
    Files.writeString(folder.resolve("acme.yaml"), SPEC);
    Files.writeString(
        folder.resolve("tests/src/test/AcmeTest.java"),
        """
        @Fact("A2")
        class AcmeTest {
          @Test
          @Fact("A1")
          void watches() {} // as AE2 does
        }
        """);
  }

  @Test
  void hasNoProblemsWhereAllAgree() throws IOException {
    assertThat(problems()).isEmpty();
    assertThat(traceability().problems()).isEmpty();
  }

  @Test
  void findsTheHomesOfFactsInTheTextOfTests() throws IOException {
    assertThat(traceability().homes("A1"))
        .extracting(Reference::place)
        .containsExactly("acme.yaml Task.id", "AcmeTest.watches");
    assertThat(traceability().homes("A2")).extracting(Reference::place).containsExactly("AcmeTest");
    assertThat(traceability().homes("AE2"))
        .extracting(Reference::place)
        .containsExactly("acme.yaml Task.name", "AcmeTest.java");
  }

  @Test
  void findsTheGoldenFilesAndTheInteractionsThatHoldAFact() throws IOException {
    Files.createDirectories(folder.resolve("golden/acme"));
    Files.createDirectories(folder.resolve("pacts"));
    Files.writeString(folder.resolve("golden/acme/first.json"), "{}");
    Files.writeString(
        folder.resolve("pacts/a.json"),
        """
        {"provider": {"name": "acme"}, "interactions": [
          {"description": "a query", "providerStates": [{"params": {"example": "first"}}]},
          {"description": "another", "providerStates": [{"params": {"example": "second"}}]}]}
        """);
    Files.writeString(folder.resolve("pacts/b.json"), "{\"provider\": {\"name\": \"other\"}}");

    FactHolders holders = traceability().sources().get(0).holders();

    assertThat(holders.goldens("A1")).containsExactly("first");
    assertThat(holders.interactions("A1")).containsExactly("a query");
    assertThat(holders.goldens("A2")).isEmpty();
    assertThat(holders.interactions("A2")).isEmpty();
  }

  @Test
  void withoutGoldenFilesAndPactsNothingHoldsAFact() throws IOException {
    assertThat(traceability().sources().get(0).holders().goldens("A1")).isEmpty();
    assertThat(traceability().sources().get(0).holders().interactions("A1")).isEmpty();
  }

  @Test
  void reportsAFactWhoseWordChangesAlone() throws IOException {
    register("says: A task has an id.", "says: A task has no id.");

    assertThat(problems())
        .containsExactly(
            "expected A1 of facts/acme.yaml to say 'task id', found 'task no id'; compare it with"
                + " the source, then correct says or words");
  }

  @Test
  void reportsEvidenceWhoseFigureChangesAlone() throws IOException {
    register("numbers tasks from 1.", "numbers tasks from 0.");

    assertThat(problems())
        .containsExactly(
            "expected AE2 of facts/acme.yaml to say 'twin numbers tasks 1', found 'twin numbers"
                + " tasks 0'; compare it with the source, then correct says or words");
  }

  @Test
  void demandsTheWordsOfANewFact() throws IOException {
    register("    words: Tasks fun watch\n", "");

    assertThat(problems())
        .containsExactly(
            "expected words under A2 in facts/acme.yaml, found none; compare it with the source"
                + " and write 'words: Tasks fun watch'");
  }

  @Test
  void reportsAFactThatIsCitedAtAnotherElement() throws IOException {
    spec("{type: string, x-facts: [A1]}", "{type: string}");
    spec("name: {type: string,", "name: {type: string, x-facts: [A1],");

    assertThat(problems())
        .containsExactly(
            "expected under holds of A1 in facts/acme.yaml what is true of Task.name, which cites"
                + " it in acme.yaml, found none; write 'Task.name: {type: string}' there, or cite"
                + " another fact",
            "expected Task.id in acme.yaml to cite A1, 'A task has an id.', as facts/acme.yaml"
                + " says, found []");
  }

  @Test
  void reportsAKeywordThatIsNotAsTheFactSays() throws IOException {
    spec("{type: string, x-facts: [A1]}", "{type: integer, x-facts: [A1]}");

    assertThat(problems())
        .containsExactly(
            "expected type \"string\" of Task.id in acme.yaml for A1, 'A task has an id.', found"
                + " \"integer\"");
  }

  @Test
  void reportsALeafThatDiffersFromTheDocumentedSample() throws IOException {
    spec("share: 0.50", "share: 0.5");

    assertThat(problems())
        .containsExactly(
            "expected /share of the example 'first' in acme.yaml to be 0.50, as the provider"
                + " documents it, found 0.5");
  }

  @Test
  void reportsAMemberThatTheDocumentedSampleHas() throws IOException {
    spec(", seed: null", "");

    assertThat(problems())
        .containsExactly(
            "expected the whole of the example 'first' in acme.yaml to be the members [id, share,"
                + " seed] in this order, as the provider documents it, found [id, share]");
  }

  @Test
  void reportsASampleThatAFactSaysOtherwise() throws IOException {
    register("holds:\n", "holds:\n      samples.first: {/seed: (absent), /share: 0.75}\n");

    assertThat(problems())
        .containsExactly(
            "expected \"(absent)\" at /seed of the sample 'first' in facts/acme.yaml for A1, 'A"
                + " task has an id.', found null",
            "expected 0.75 at /share of the sample 'first' in facts/acme.yaml for A1, 'A task has"
                + " an id.', found 0.50");
  }

  private List<String> problems() throws IOException {
    return new FactFolder(folder).problems();
  }

  private Traceability traceability() throws IOException {
    return new FactFolder(folder)
        .traceability(
            folder,
            folder.resolve("tests"),
            new Recordings(folder.resolve("golden"), folder.resolve("pacts")));
  }

  private void register(String from, String to) throws IOException {
    edit("facts/acme.yaml", from, to);
  }

  private void spec(String from, String to) throws IOException {
    edit("acme.yaml", from, to);
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
