package io.github.reelay.contracttools.coverage.sample;

import java.util.function.Function;

/** A mapper that calls some accessors, one of them in a lambda, and refers to another. */
final class SampleMapper {
  static final Function<SampleTask, String> CREATED_AT = SampleTask::createdAt;
  static final Function<SampleTask, String> PLAIN = task -> task.plain();

  private SampleMapper() {}

  static String map(SampleTask task) {
    return task.status() + task.summary();
  }
}
