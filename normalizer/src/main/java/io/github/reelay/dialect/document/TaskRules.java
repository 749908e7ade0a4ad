package io.github.reelay.dialect.document;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the values of a response become a task, the same for every provider: of each
 * name the first value that says something counts. The hook of a provider extends it.
 */
public class TaskRules implements TaskValues {
  private final TaskAssembler assembler;
  private final DocumentedProvider provider;
  private @Nullable String word;
  private @Nullable CanonicalStatus documented;
  private boolean hasProgress;
  private @Nullable String failureCode;
  private boolean rejected;
  private @Nullable TaskVideos videos;

  /**
   * For one response.
   *
   * @param assembler what is filled in
   * @param provider what the document says of the provider
   */
  protected TaskRules(TaskAssembler assembler, DocumentedProvider provider) {
    this.assembler = assembler;
    this.provider = provider;
  }

  /** Takes the status word, before any other value. */
  final void begin(@Nullable String statusWord) {
    word = statusWord;
    DocumentedProvider.Word known = provider.documented(statusWord);
    assembler.status(statusWord, known != null ? known.meaning() : meaning(statusWord));
    documented = known == null ? null : known.status();
  }

  /**
   * Completes the task, after every other value. An override calls this last: it hands over the
   * videos.
   */
  protected void end() {
    assembler.moderation(failureCode, rejected);
    if (videos != null || assembler.status() == TaskStatus.SUCCEEDED) {
      videos().finish(provider.facts()); // most responses are of a task that runs, and show none
    }
  }

  private TaskVideos videos() {
    if (videos == null) {
      VideoDraft outside = new VideoDraft(null, 0);
      videos = new TaskVideos(assembler, outside);
    }
    return videos;
  }

  /** The task so far, for a hook to add to. */
  protected final TaskAssembler assembler() {
    return assembler;
  }

  /** The word that decides; null if the task has none. */
  protected final @Nullable String word() {
    return word;
  }

  /** What a status word means by the document, else in common use; unknown for null. */
  protected final TaskStatus meaning(@Nullable String statusWord) {
    return provider.words().status(statusWord);
  }

  @Override
  public void text(ValuePlace place, @Nullable String value) {
    ValueName name = place.name();
    if (value != null && ContractChecks.isUnexpected(place, documented)) {
      presence(place, !Urls.trimmed(value).isEmpty());
    }
    if (name == ValueName.ID) {
      assembler.id(pointer(place), value);
    } else if (name == ValueName.STATUS) {
      assembler.statusAt(pointer(place));
    } else if (name != null && value != null && counts(place)) {
      take(name, place, value);
    }
  }

  private void take(ValueName name, ValuePlace place, String value) {
    switch (name) {
      case OTHER_ID -> assembler.otherId(value);
      case INNER_ID -> assembler.innerId(pointer(place), value);
      case INNER_STATUS -> innerStatus(pointer(place), meaning(value));
      case FINER_STATUS -> finerStatus(meaning(value));
      case MODEL -> assembler.model(value);
      case PROMPT -> assembler.prompt(value);
      case PROGRESS_PERCENT -> percent(place, Amounts.percent(value), value);
      case PROGRESS_FRACTION -> fraction(place, Amounts.fraction(value), value);
      case FAILURE_CODE -> code(value);
      case FAILURE_MESSAGE -> reason(place, value);
      case VIDEO_DURATION -> videos().duration(place, value);
      default -> videos().text(name, place, value);
    }
  }

  @Override
  public void integer(ValuePlace place, @Nullable Long value) {
    presence(place, value != null);
    if (place.name() == null || value == null || !counts(place)) {
      return;
    }
    switch (place.name()) {
      case PROGRESS_PERCENT -> percent(place, value);
      case FAILURE_CODE -> code(value.toString());
      case VIDEO_WIDTH -> videos().width(place, value);
      case VIDEO_HEIGHT -> videos().height(place, value);
      default -> number(place, value.doubleValue(), place.name());
    }
  }

  @Override
  public void number(ValuePlace place, @Nullable Double value) {
    presence(place, value != null);
    if (place.name() != null && value != null && counts(place)) {
      number(place, value, place.name());
    }
  }

  private void number(ValuePlace place, double value, ValueName name) {
    switch (name) {
      case PROGRESS_PERCENT -> percent(place, (long) Math.floor(value));
      case PROGRESS_FRACTION -> fraction(place, value);
      case VIDEO_DURATION -> videos().duration(place, value);
      default -> {}
    }
  }

  @Override
  public void bool(ValuePlace place, @Nullable Boolean value) {
    presence(place, value != null);
    rejected |= place.name() == ValueName.FAILURE_REJECTED && Boolean.TRUE.equals(value);
  }

  @Override
  public void time(ValuePlace place, @Nullable Timestamp value) {
    presence(place, value != null && value.instant() != null);
    ValueName name = place.name();
    if (name == null || value == null || value.instant() == null || !counts(place)) {
      return;
    }
    if (place.unit() != null && ContractChecks.isInOtherUnit(place, value)) {
      ContractChecks.otherUnit(assembler, pointer(place), place.unit());
    }
    switch (name) {
      case CREATED_AT -> assembler.createdAt(value);
      case UPDATED_AT -> assembler.updatedAt(value);
      case COMPLETED_AT -> assembler.completedAt(value);
      case EXPIRES_AT -> videos().expiresAt(value);
      default -> {}
    }
  }

  @Override
  public void scalar(ValuePlace place, @Nullable ScalarValue value) {
    text(place, value == null ? null : value.text());
  }

  @Override
  public void error(ValuePlace place, @Nullable ErrorValue value) {
    if (value != null) {
      assembler.error(pointer(place), value);
    }
  }

  @Override
  public void presence(ValuePlace place, boolean shown) {
    if (shown && ContractChecks.isUnexpected(place, documented)) {
      ContractChecks.unexpected(assembler, pointer(place));
    }
  }

  @Override
  public void enter(int index) {
    videos().enter(index);
  }

  @Override
  public void leave() {
    videos().leave();
  }

  /** Takes what a part of the response says of the state: noted if it ends the task otherwise. */
  private void innerStatus(String pointer, TaskStatus inner) {
    if (inner.terminal() && inner != assembler.status()) {
      assembler.note(
          Finding.Kind.STATUS_CONFLICT, pointer, "a final status inside, another one at the top");
    }
  }

  /** Takes a status text that distinguishes waiting from running where {@link #word()} does not. */
  protected void finerStatus(TaskStatus finer) {
    if (assembler.status() == TaskStatus.QUEUED && finer == TaskStatus.RUNNING) {
      assembler.status(word, finer);
    }
  }

  private void percent(ValuePlace place, @Nullable Double percent, String written) {
    if (percent != null) {
      percent(place, (long) Math.floor(percent));
    } else if (!written.isBlank()) {
      assembler.ignored(pointer(place), "not a percentage");
    }
  }

  private void fraction(ValuePlace place, @Nullable Double fraction, String written) {
    if (fraction != null) {
      fraction(place, fraction);
    } else if (!written.isBlank()) {
      assembler.ignored(pointer(place), "not a fraction");
    }
  }

  private void percent(ValuePlace place, long percent) {
    if (!hasProgress) {
      hasProgress = true;
      assembler.progressPercent(pointer(place), percent);
    }
  }

  private void fraction(ValuePlace place, double fraction) {
    if (!hasProgress) {
      hasProgress = true;
      assembler.progressFraction(pointer(place), fraction);
    }
  }

  /** Takes a reason. A URL in a place of both is left out: it must not be seen before a success. */
  private void reason(ValuePlace place, String value) {
    if (place.counts() == Counts.UNLESS_SUCCEEDED && Urls.isOnlyUrl(value)) {
      assembler.ignored(pointer(place), "a URL on a task that has not succeeded");
    } else {
      assembler.reason(pointer(place), value);
    }
  }

  private void code(String code) {
    if (failureCode == null && !code.isBlank()) {
      failureCode = code;
    }
  }

  private boolean counts(ValuePlace place) {
    return switch (place.counts()) {
      case ALWAYS -> true;
      case AFTER_SUCCESS -> assembler.status() == TaskStatus.SUCCEEDED;
      case UNLESS_SUCCEEDED -> assembler.status() != TaskStatus.SUCCEEDED;
      case AFTER_END -> assembler.status().terminal();
    };
  }

  private String pointer(ValuePlace place) {
    return videos == null ? place.pointer() : videos.pointer(place);
  }
}
