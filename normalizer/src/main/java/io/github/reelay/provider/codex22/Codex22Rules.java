package io.github.reelay.provider.codex22;

import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.dialect.document.DocumentedProvider;
import io.github.reelay.dialect.document.TaskRules;
import io.github.reelay.internal.Texts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The common rules, and those of 22codex alone. */
final class Codex22Rules extends TaskRules {
  private static final String PENDING = "pending";

  private @Nullable String id;
  private @Nullable String ownModel;
  private boolean started;

  Codex22Rules(TaskAssembler assembler, DocumentedProvider provider) {
    super(assembler, provider);
  }

  /** C20: the id names the model; the name in the detail counts where it does not. */
  @Override
  public void text(ValuePlace place, @Nullable String value) {
    if (place.name() == ValueName.MODEL) {
      ownModel = Texts.saysNothing(ownModel) ? value : ownModel;
      presence(place, !Texts.saysNothing(value));
      return;
    }
    id = place.name() == ValueName.ID ? value : id;
    super.text(place, value);
  }

  /** C42: the work has begun as soon as its fraction is above zero. */
  @Override
  public void number(ValuePlace place, @Nullable Double value) {
    started |= place.name() == ValueName.PROGRESS_FRACTION && value != null && value > 0;
    super.number(place, value);
  }

  /** C39: the work has a status of its own. */
  @Override
  protected void finerStatus(TaskStatus finer) {
    started |= finer == TaskStatus.RUNNING;
  }

  @Override
  protected void end() {
    if (started && assembler().status() == TaskStatus.QUEUED && isPending(word())) {
      assembler().status(word(), TaskStatus.RUNNING);
    }
    assembler().model(publicModel());
    assembler().model(ownModel); // where the id has no prefix
    super.end();
  }

  /**
   * C30, C39, CC10, CC11: the word at the top decides; pending runs once something inside says so.
   */
  private static boolean isPending(@Nullable String word) {
    return word != null && StatusTexts.normalise(word).equals(PENDING);
  }

  /** C20, CC14: the public name of the model is the prefix of the public id. */
  private @Nullable String publicModel() {
    String own = id != null ? id : assembler().queriedId();
    int colon = own == null ? -1 : own.indexOf(':');
    return colon > 0 ? own.substring(0, colon) : null;
  }
}
