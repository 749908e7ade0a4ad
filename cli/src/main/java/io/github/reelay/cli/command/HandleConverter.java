package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.task.TaskHandle;
import picocli.CommandLine.ITypeConverter;

final class HandleConverter implements ITypeConverter<TaskHandle> {
  @Override
  public TaskHandle convert(String text) {
    try {
      return TaskHandle.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(malformed);
    }
  }
}
