package io.github.reelay.internal.download.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskErrorsTest {
  @TempDir Path folder;

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(
            new IOException("No space left on device"),
            "no space left on its disk; make room and try again"),
        Arguments.of(
            new FileSystemException("a", null, "Disk quota exceeded"),
            "that the disk quota is used up; make room and try again"),
        Arguments.of(
            new FileSystemException("a", null, "Read-only file system"),
            "a read-only file system; choose another directory"),
        Arguments.of(
            new AccessDeniedException("a"),
            "that this is not permitted; check the permissions of its directory"),
        Arguments.of(
            new IOException("Input/output error"),
            "something else (IOException, Input/output error); check the disk"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void saysWhatToDo(IOException cause, String found) {
    assertThat(DiskErrors.found(folder.resolve("video.mp4"), cause)).isEqualTo(found);
  }
}
