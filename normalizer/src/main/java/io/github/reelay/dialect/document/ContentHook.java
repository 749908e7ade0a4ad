package io.github.reelay.dialect.document;

import io.github.reelay.contract.TaskId;
import io.github.reelay.contract.TaskIdExpander;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.TaskStatus;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * For a provider whose responses have no URL: the video of a task that has succeeded is at a path
 * of its own below the base URL. A URL that a response does have counts before.
 *
 * @param baseUrl where the provider responds; null if that is not known, and so no URL
 * @param path below it, with {@code {id}} for the task's id
 */
record ContentHook(@Nullable URI baseUrl, String path) implements TaskHook {
  @Override
  public TaskRules rules(TaskAssembler assembler, DocumentedProvider words) {
    return new WithContent(assembler, words, this);
  }

  private static final class WithContent extends TaskRules {
    private final ContentHook hook;
    private @Nullable String id;

    WithContent(TaskAssembler assembler, DocumentedProvider words, ContentHook hook) {
      super(assembler, words);
      this.hook = hook;
    }

    @Override
    public void text(ValuePlace place, @Nullable String value) {
      if (place.name() == ValueName.ID && id == null) {
        id = value;
      }
      super.text(place, value);
    }

    @Override
    protected void end() {
      String queried = assembler().queriedId();
      String url = hook.url(queried != null ? queried : id);
      if (url != null && assembler().status() == TaskStatus.SUCCEEDED) {
        super.text(ValuePlace.of(ValueName.VIDEO_URL, "").asLastResort(), url);
      }
      super.end();
    }
  }

  /**
   * The URL of that task's video; null if the base URL is not known, or no query can have the id.
   */
  private @Nullable String url(@Nullable String id) {
    try {
      return id == null || baseUrl == null
          ? null
          : baseUrl + path.replace("{id}", new TaskIdExpander().expand(TaskId.check(id)));
    } catch (IllegalArgumentException noId) {
      return null; // a response can repeat anything
    }
  }
}
