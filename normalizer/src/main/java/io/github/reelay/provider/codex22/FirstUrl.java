package io.github.reelay.provider.codex22;

import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.task.WebUrl;
import org.jspecify.annotations.Nullable;

/** The first usable URL of several places; what is unusable is noted in each of them. */
final class FirstUrl {
  private final TaskAssembler assembler;
  private @Nullable String taken;
  private @Nullable WebUrl url;

  FirstUrl(TaskAssembler assembler) {
    this.assembler = assembler;
  }

  FirstUrl or(String pointer, @Nullable String text) {
    if (text == null || text.equals(taken)) {
      return this; // the usual case: the same address again
    }
    WebUrl found = assembler.url(pointer, text);
    if (url == null && found != null) {
      url = found;
      taken = text;
    }
    return this;
  }

  @Nullable WebUrl url() {
    return url;
  }
}
