package io.github.reelay.internal.download.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  @TempDir Path folder;

  @Test
  void replacesNothingWhereThereAreNoHardLinks() throws IOException {
    Path part = Files.writeString(folder.resolve("part"), "whole");
    Path target = Files.writeString(folder.resolve("target"), "precious");

    assertThatThrownBy(() -> Publication.addWithoutLinks(part, target))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasContent("precious");
    Publication.addWithoutLinks(part, folder.resolve("free"));
    assertThat(folder.resolve("free")).hasContent("whole");
    assertThat(part).doesNotExist();
  }
}
