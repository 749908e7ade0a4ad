package io.github.reelay.contracttests.kit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.kit.DialectContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The documents of {@code docs/dialects}, by the kit that everybody else uses. */
class DialectPagesTest {
  private static final Path DOCUMENTS = Root.path("docs/dialects");
  private static final Path GOLDENS = Root.path("contract-tests/src/test/resources/dialects");

  @TestFactory
  Stream<DynamicNode> eachKeepsItsContract() throws IOException {
    return documents().stream()
        .map(
            document -> {
              String name = document.getFileName().toString().replace(".yaml", "");
              return dynamicContainer(
                  name, DialectContract.of(document).goldens(GOLDENS.resolve(name)).tests());
            });
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
