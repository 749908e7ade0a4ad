package io.github.reelay.task;

import io.github.reelay.contract.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link VideoTask}; each setter takes null for what is not known. */
public final class VideoTaskBuilder {
  private final String provider;
  private final @Nullable String id;
  private final TaskState state;
  private @Nullable String reportedId;
  private @Nullable String providerStatus;
  private @Nullable Integer progressPercent;
  private @Nullable String model;
  private @Nullable String prompt;
  private @Nullable Instant createdAt;
  private @Nullable Instant updatedAt;
  private @Nullable Instant completedAt;
  private List<Finding> findings = List.of();

  VideoTaskBuilder(String provider, @Nullable String id, TaskState state) {
    this.provider = provider;
    this.id = id;
    this.state = state;
  }

  /** Sets {@link VideoTask#reportedId}; leave it out where it equals the id. */
  public VideoTaskBuilder reportedId(@Nullable String value) {
    reportedId = value;
    return this;
  }

  /** Sets {@link VideoTask#providerStatus}. */
  public VideoTaskBuilder providerStatus(@Nullable String value) {
    providerStatus = value;
    return this;
  }

  /** Sets {@link VideoTask#progressPercent}; {@link #build} refuses what is not from 0 to 100. */
  public VideoTaskBuilder progressPercent(@Nullable Integer value) {
    progressPercent = value;
    return this;
  }

  /** Sets {@link VideoTask#model}. */
  public VideoTaskBuilder model(@Nullable String value) {
    model = value;
    return this;
  }

  /** Sets {@link VideoTask#prompt}. */
  public VideoTaskBuilder prompt(@Nullable String value) {
    prompt = value;
    return this;
  }

  /** Sets {@link VideoTask#createdAt}. */
  public VideoTaskBuilder createdAt(@Nullable Instant value) {
    createdAt = value;
    return this;
  }

  /** Sets {@link VideoTask#updatedAt}. */
  public VideoTaskBuilder updatedAt(@Nullable Instant value) {
    updatedAt = value;
    return this;
  }

  /** Sets {@link VideoTask#completedAt}. */
  public VideoTaskBuilder completedAt(@Nullable Instant value) {
    completedAt = value;
    return this;
  }

  /** Sets {@link VideoTask#findings}; empty by default. */
  public VideoTaskBuilder findings(List<Finding> value) {
    findings = value;
    return this;
  }

  /**
   * The task.
   *
   * @throws IllegalArgumentException if the provider's name is not fit for a {@link TaskHandle}, or
   *     the progress is not from 0 to 100
   */
  public VideoTask build() {
    return new VideoTask(
        provider,
        id,
        reportedId,
        state,
        providerStatus,
        progressPercent,
        model,
        prompt,
        createdAt,
        updatedAt,
        completedAt,
        findings);
  }
}
