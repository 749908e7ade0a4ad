package io.github.reelay.dialect;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.internal.Texts;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.rule.Expiry;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.task.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task while a mapping fills it in: takes each value as the contract has it, applies the rule
 * that it falls under, and notes what a rule refuses. Of ids, model, prompt and times the first
 * that says something counts. Pointers are relative to the task.
 */
public final class TaskAssembler {
  private final ResponseContext context;
  private final FindingCollector collector;
  private final OwnId ownId;
  private final ResponseMapper<?> mapper;
  private @Nullable StateResolver stateResolver;
  private String statusPointer = "/status";
  private @Nullable String providerStatus;
  private TaskStatus status = TaskStatus.UNKNOWN;
  private @Nullable Integer progressPercent;
  private @Nullable String model;
  private @Nullable String prompt;
  private @Nullable Instant createdAt;
  private @Nullable Instant updatedAt;
  private @Nullable Instant completedAt;
  private @Nullable Video video; // the first one: most tasks have no other
  private List<Video> more = List.of();
  private boolean searched;

  /** A task of which nothing is known but where it stands, and an id found without a contract. */
  TaskAssembler(
      ResponseContext context, FindingCollector collector, OwnId ownId, ResponseMapper<?> mapper) {
    this.context = context;
    this.collector = collector;
    this.ownId = ownId;
    this.mapper = mapper;
  }

  /** Made when it is needed: most responses are of a task that has not failed. */
  private StateResolver stateResolver() {
    if (stateResolver == null) {
      stateResolver = new StateResolver(context, mapper, collector);
    }
    return stateResolver;
  }

  /** The id of the query; null for a saved body without one. */
  public @Nullable String queriedId() {
    return context.id();
  }

  /** Takes the id that the task gives itself; noted as missing at {@code /id} if it is null. */
  public void id(@Nullable String value) {
    id("/id", value);
  }

  /** Takes the id that the task gives itself; noted as missing there if it is null. */
  public void id(String pointer, @Nullable String value) {
    ownId.set(pointer, value);
  }

  /** Takes the id that the task has under another name, where {@code id} says nothing. */
  public void otherId(@Nullable String value) {
    ownId.setOther(value);
  }

  /** Takes an id that a part of the response repeats; noted if it is another task's. */
  public void innerId(String pointer, String value) {
    ownId.setInner(value);
    if (ownId.isOtherThan(value)) {
      note(Finding.Kind.ID_CONFLICT, pointer, "the id of another task");
    }
  }

  /** Takes the provider's word and its meaning; a later call replaces both. */
  public void status(@Nullable String word, TaskStatus meaning) {
    providerStatus = word == null ? null : Texts.stripped(word);
    status = meaning;
  }

  /** Sets where a missing status is noted; {@code /status} by default. */
  public void statusAt(String pointer) {
    statusPointer = pointer;
  }

  /** The status taken last; {@link TaskStatus#UNKNOWN} before the first. */
  public TaskStatus status() {
    return status;
  }

  /** Takes a progress in percent; out of range it is clamped and noted. */
  public void progressPercent(String pointer, @Nullable Long percent) {
    if (percent != null) {
      collector.progressOutOfRangeUnless(Progress.isPercent(percent), pointer);
      progressPercent = Progress.ofPercent(percent);
    }
  }

  /** Takes a progress as a fraction from 0 to 1; out of range it is clamped and noted. */
  public void progressFraction(String pointer, @Nullable Double fraction) {
    if (fraction != null) {
      collector.progressOutOfRangeUnless(Progress.isFraction(fraction), pointer);
      progressPercent = Progress.ofFraction(fraction);
    }
  }

  /** Takes the provider's name of the model; a blank one is dropped. */
  public void model(@Nullable String name) {
    if (model == null && !Texts.saysNothing(name)) {
      model = name;
    }
  }

  /** Takes the prompt as the provider repeats it; a blank one is dropped. */
  public void prompt(@Nullable String text) {
    if (prompt == null && !Texts.saysNothing(text)) {
      prompt = text;
    }
  }

  /** Takes the time of creation; what is no time is dropped. */
  public void createdAt(@Nullable Timestamp time) {
    createdAt = createdAt != null ? createdAt : instant(time);
  }

  /** Takes the time of the last change; what is no time is dropped. */
  public void updatedAt(@Nullable Timestamp time) {
    updatedAt = updatedAt != null ? updatedAt : instant(time);
  }

  /** Takes the time of completion; an expiry that is not stated is counted from it. */
  public void completedAt(@Nullable Timestamp time) {
    completedAt = completedAt != null ? completedAt : instant(time);
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.instant();
  }

  /** The URL in a text, or null; noted unless it is usable as it is written, or blank. */
  public @Nullable WebUrl url(String pointer, @Nullable String text) {
    String trimmed = text == null ? "" : Urls.trimmed(text);
    if (trimmed.isEmpty()) {
      return null;
    }
    WebUrl url = Urls.usableTrimmed(trimmed);
    if (url == null) {
      ignored(pointer, "not an absolute http or https URL");
    } else if (!url.text().equals(trimmed)) {
      collector.add(Finding.Kind.ENCODED_VALUE, pointer, VideoSearch.ENCODED);
    }
    return url;
  }

  /**
   * The URLs of the videos at places that the contract does not name, noted: for a task that has
   * succeeded and shows none where the contract names it. Needs {@link #status} to be taken before.
   *
   * @return in document order; empty if there are none, or if the task has not succeeded
   */
  public List<WebUrl> urlsElsewhere() {
    if (status != TaskStatus.SUCCEEDED || searched) {
      return List.of();
    }
    searched = true;
    return VideoSearch.noted(context.response().body(), collector);
  }

  /** A length in seconds; null, and noted, unless it is from a nanosecond to a billion seconds. */
  public @Nullable Duration seconds(String pointer, double seconds) {
    if (seconds >= 1e-9 && seconds <= 1e9) {
      return Duration.ofNanos(Math.round(seconds * 1e9));
    }
    ignored(pointer, "not a length above zero");
    return null;
  }

  /** A number of pixels; null, and noted, unless it is above zero. */
  public @Nullable Integer pixels(String pointer, long pixels) {
    if (pixels > 0 && pixels <= Integer.MAX_VALUE) {
      return (int) pixels;
    }
    ignored(pointer, "not a number of pixels above zero");
    return null;
  }

  /** When the URLs expire, by {@link Expiry#of}; needs {@link #completedAt} to be taken before. */
  public Expiry expiry(@Nullable Timestamp stated, @Nullable Duration validity) {
    return Expiry.of(instant(stated), validity, completedAt, context.response().observedAt());
  }

  /** Takes one more video. It is shown only if the task has succeeded. */
  public void video(Video next) {
    if (video == null) {
      video = next;
    } else {
      more = more.isEmpty() ? new ArrayList<>() : more;
      more.add(next);
    }
  }

  /** Takes the task's own error member; noted if the task did not fail. */
  public void error(String pointer, @Nullable ErrorValue error) {
    if (ErrorReport.isError(error)) {
      stateResolver().reason(pointer);
    }
  }

  /** Takes a reason that counts after the error's own message; noted if the task did not fail. */
  public void reason(String pointer, @Nullable String message) {
    if (message != null && !Texts.saysNothing(message)) {
      stateResolver().otherMessage(message);
      stateResolver().reason(pointer);
    }
  }

  /**
   * Takes what a moderation result says.
   *
   * @param code counts after the error's own code
   * @param outputRejected whether the result was refused for its content
   */
  public void moderation(@Nullable String code, boolean outputRejected) {
    if (outputRejected || !Texts.saysNothing(code)) {
      stateResolver().moderation(code, outputRejected);
    }
  }

  /** Notes that a rule refused a value of the right type. */
  public void ignored(String pointer, String sentence) {
    note(Finding.Kind.IGNORED_VALUE, pointer, sentence);
  }

  /** Notes a difference from the contract; the sentence repeats no value. */
  public void note(Finding.Kind kind, String pointer, String sentence) {
    collector.add(kind, pointer, sentence);
  }

  /** Whether this is the task of the query and has ended, whatever the HTTP status says. */
  boolean isEndedTask() {
    return ownId.isOf(context.id()) && stateResolver().endsInError(status, providerStatus);
  }

  /** Whether it shows no id, and a gateway's word for a refusal: so it may be no task at all. */
  boolean mayBeRefusal() {
    return !ownId.isShown() && stateResolver().isGatewayWord(status, providerStatus);
  }

  /** Whether nothing but a word of success was taken, as in an envelope that says {@code ok}. */
  boolean isBareSuccess() {
    return status == TaskStatus.SUCCEEDED && video == null && ownId.get() == null;
  }

  private TaskState state() {
    TaskState plain =
        stateResolver == null ? StateResolver.unlessFailed(status, video, more) : null;
    return plain != null ? plain : stateResolver().state(status, video, more);
  }

  VideoTask finish() {
    if (video == null) {
      for (WebUrl url : urlsElsewhere()) {
        video(Video.from(url).build());
      }
    }
    TaskState state = state();
    collector.addDifference();
    collector.missingIf(ownId.isMissing(), ownId.pointer());
    collector.missingIf(providerStatus == null, statusPointer);
    String own = ownId.get();
    String queried = context.id() != null ? context.id() : own;
    return new VideoTask(
        context.provider(),
        queried,
        own == null || own.equals(queried) ? null : own,
        state,
        providerStatus,
        StateResolver.progress(status, state, progressPercent),
        model,
        prompt,
        createdAt,
        updatedAt,
        completedAt,
        collector.sorted());
  }
}
