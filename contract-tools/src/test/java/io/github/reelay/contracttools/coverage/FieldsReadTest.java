package io.github.reelay.contracttools.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class FieldsReadTest {
  private static final String SAMPLE = "io.github.reelay.contracttools.coverage.sample";

  @Test
  void findsCallsAndReferencesAndNothingElse() {
    JavaClasses classes = new ClassFileImporter().importPackages(SAMPLE);

    assertThat(FieldsRead.of(classes, SAMPLE, SAMPLE).of("SampleTask"))
        .containsExactly("created_at", "plain", "status");
  }

  @Test
  void knowsWhatTheGeneratedMappingOf22codexReads() {
    FieldsRead read = FieldsRead.by("22codex");

    assertThat(read.of("ModerationResult"))
        .containsExactly("code", "is_output_rejection", "task_id");
    assertThat(read.of("Encodings")).containsExactly("gif", "source", "source_wm", "thumbnail");
    assertThat(read.of("CreationConfig")).isEmpty();
  }

  @Test
  void knowsWhatAllMappersReadOfAnError() {
    assertThat(FieldsRead.by("toapis").of("ErrorValue"))
        .containsExactly("bare", "code", "message", "type");
  }
}
