package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The registers {@code facts/<provider>.yaml} next to the specifications {@code <provider>.yaml} of
 * a folder.
 */
public final class FactFolder {
  private final Path folder;

  /** Reads nothing yet. */
  public FactFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What the registers, the specifications and the samples contradict each other in: a figure that
   * changed, a fact at another element, a keyword that is not as the fact says, a leaf that the
   * provider documents otherwise.
   *
   * @return one sentence each; empty if all agree
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a register is not in order
   */
  public List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    for (FactRegister register : registers()) {
      JsonNode spec = Yaml.read(text(register.provider()));
      SignificantWords.problems(register).forEach(problems::add);
      problems.addAll(FactAssertions.problems(register, spec));
      problems.addAll(FrozenSamples.problems(register, spec));
    }
    return List.copyOf(problems);
  }

  /**
   * The registers, in the order of their providers.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a register is not in order
   */
  public List<FactRegister> registers() throws IOException {
    List<FactRegister> registers = new ArrayList<>();
    for (String provider : providers()) {
      registers.add(register(provider));
    }
    return List.copyOf(registers);
  }

  /**
   * Where each fact lives, and who cites evidence.
   *
   * @param sources the source tree, in which a file may mention evidence
   * @param tests the folder of test sources in it that may refer to facts by {@code @Fact}
   * @param recordings the golden files and the pacts, which hold facts too
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a register is not in order
   */
  public Traceability traceability(Path sources, Path tests, Recordings recordings)
      throws IOException {
    List<Traceability.Source> providers = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    References references = FactAnnotations.in(tests);
    for (FactRegister register : registers()) {
      String yaml = text(register.provider());
      references = references.and(SpecReferences.in(register, yaml));
      providers.add(source(register, yaml, recordings));
      letters.append(register.letter());
    }
    return new Traceability(
        providers, references.and(EvidenceMentions.in(sources, letters.toString())));
  }

  private static Traceability.Source source(
      FactRegister register, String yaml, Recordings recordings) throws IOException {
    String provider = register.provider();
    JsonNode spec = Yaml.read(yaml);
    FactHolders holders =
        new FactHolders(
            FactExamples.in(register, spec),
            recordings.goldens(provider),
            recordings.interactions(provider));
    return new Traceability.Source(register, spec, Resolutions.in(yaml), holders);
  }

  private FactRegister register(String provider) throws IOException {
    return FactRegister.read(provider, text("facts/" + provider));
  }

  private List<String> providers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".yaml"));
  }
}
