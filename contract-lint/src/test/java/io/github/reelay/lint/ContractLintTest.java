package io.github.reelay.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractLintTest {
  private static final Path GOOD =
      Path.of("src/test/resources/io/github/reelay/lint/rule/good.yaml");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeADocument() throws IOException {
    Files.createDirectories(folder.resolve("facts"));
    Files.createDirectories(folder.resolve("released"));
    String good = Files.readString(GOOD).replace("x-provider: toapis", "x-provider: acme");
    Files.writeString(folder.resolve("acme.yaml"), good);
    Files.writeString(folder.resolve("released/acme.yaml"), good);
    Files.writeString(folder.resolve("released/waivers.yaml"), "waivers: []\n");
    Files.writeString(folder.resolve("CHANGES.md"), "## Unreleased\n");
    Files.writeString(
        folder.resolve("facts/acme.yaml"), "letter: T\nfacts: {T1: a, T2: b" + others() + "}\n");
  }

  private static String others() {
    StringBuilder facts = new StringBuilder();
    for (int number = 3; number <= 69; number++) {
      facts.append(", T").append(number).append(": c");
    }
    return facts.toString();
  }

  @Test
  void saysNothingOfGoodDocuments() {
    assertThat(run(folder.toString())).isZero();
    assertThat(run(folder.toString(), folder + "/released", folder + "/CHANGES.md")).isZero();
    assertThat(out()).isEmpty();
    assertThat(err()).isEmpty();
  }

  @Test
  void namesFileAndElementOfWhatBreaksARule() throws IOException {
    edit("openapi: 3.0.3", "openapi: 3.1.0");

    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(out()).isEqualTo("acme.yaml /openapi: expected 3.0.3, found 3.1.0\n");
  }

  @Test
  void namesTheLineOfWhatIsNoYaml() throws IOException {
    edit("openapi: 3.0.3", "openapi: [3.0.3\nmore: none");

    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            "acme.yaml: expected YAML, found an error in line 3: expected ',' or ']', but got :\n");
  }

  @Test
  void demandsTheRegisterOfADocument() throws IOException {
    Files.delete(folder.resolve("facts/acme.yaml"));

    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            "facts/acme.yaml: expected this file, found none; write it, or take its document"
                + " away.\n");
  }

  @Test
  void comparesWithTheReleaseWhatTheLintLeavesAlone() throws IOException {
    edit("openapi: 3.0.3", "openapi: 3.0.3\nservers: [{url: 'https://other.example'}]");

    assertThat(run(folder.toString(), folder + "/released", folder + "/CHANGES.md")).isEqualTo(1);
    assertThat(out()).startsWith("acme: expected version ").contains("at /servers/0");
  }

  @Test
  void doesNotCompareWhatTheLintRefuses() throws IOException {
    edit("openapi: 3.0.3", "openapi: 3.1.0\nservers: [{url: 'https://other.example'}]");

    assertThat(run(folder.toString(), folder + "/released", folder + "/CHANGES.md")).isEqualTo(1);
    assertThat(out()).isEqualTo("acme.yaml /openapi: expected 3.0.3, found 3.1.0\n");
  }

  @Test
  void saysHowItIsCalled() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("a", "b")).isEqualTo(2);
    assertThat(err())
        .startsWith(
            "usage: java -cp ... io.github.reelay.lint.ContractLint SPECS [BASELINE CHANGELOG]\n");
  }

  @Test
  void endsWithTwoWhereThereIsNoFolder() {
    assertThat(run(folder + "/none")).isEqualTo(2);
    assertThat(err())
        .startsWith(
            "expected a file or folder that can be read, found none:"
                + " java.nio.file.NoSuchFileException: "
                + folder
                + "/none\nusage: ");
  }

  private void edit(String from, String to) throws IOException {
    Path file = folder.resolve("acme.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private int run(String... arguments) {
    return ContractLint.run(List.of(arguments), new PrintStream(out), new PrintStream(err));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
