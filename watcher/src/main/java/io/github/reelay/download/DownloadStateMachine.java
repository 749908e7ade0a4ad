package io.github.reelay.download;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.file.Destination;
import io.github.reelay.internal.download.file.PartialFile;
import io.github.reelay.internal.download.file.SavedVideo;
import io.github.reelay.internal.download.http.AttemptResult;
import io.github.reelay.internal.download.http.VideoUrl;
import io.github.reelay.internal.http.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of one download: which URL is tried, when the provider is queried, when the
 * download is given up. {@link #advance} runs it up to the next {@link NextStep}; {@link
 * DownloadTask} queries and waits. Used by one thread at a time.
 *
 * <pre>
 *             time is up                  a URL, old or new
 *   WAITING ------------&gt; FETCHING &lt;------------------- QUERYING
 *      ^  ^     Wait        |  |      QueryProvider       ^  |  |
 *      |  +-----------------+  +--------------------------+  |  |
 *      |                    | End                            |  | no video, or no other URL
 *      |                    v                                |  |
 *      |                   END &lt;-----------------------------|--+
 *      +-----------------------------------------------------+
 *                  the file is late: the wait that was due
 * </pre>
 *
 * <p>FETCHING goes on without a wait after a break that brought bytes. It leaves for WAITING after
 * one that did not, and for QUERYING when there is no URL yet, or when the URL expires or is
 * refused, or its file is late. END is a saved video, or a {@link DownloadAbortedException}.
 */
final class DownloadStateMachine {
  private final DownloadJob job;
  private final DownloadContext context;
  private final Cancellation cancellation;
  private final Destination destination;
  private final ProgressReporter progress;
  private final RetryBackoff retries;
  private final GracePeriod grace;
  private @Nullable VideoUrl videoUrl;
  private AttemptResult.@Nullable HttpError error;
  private @Nullable PartialFile part;
  private final boolean queries;
  private boolean mayQuery;
  private @Nullable Duration wait;
  private long furthest;

  /**
   * A download that has not begun.
   *
   * @param videoUrl null if the provider has to be queried first
   */
  DownloadStateMachine(
      DownloadJob job,
      @Nullable VideoUrl videoUrl,
      DownloadContext context,
      Cancellation cancellation) {
    this.job = job;
    this.videoUrl = videoUrl;
    this.context = context;
    this.retries = new RetryBackoff(context.limits().maxRetriesWithoutProgress());
    this.grace = new GracePeriod(context.scheduler(), context.limits().gracePeriod());
    this.queries = context.limits().freshUrls() && !job.further();
    this.mayQuery = queries;
    this.cancellation = cancellation;
    this.destination =
        new Destination(
            job.videoTarget(),
            context.limits().replace(),
            context.scheduler()::nanoTime,
            cancellation);
    List<DownloadListener> listeners = List.of(context.listener(), job.options().listener());
    this.progress = new ProgressReporter(listeners, context.scheduler(), job);
  }

  ProgressReporter progress() {
    return progress;
  }

  /** When the present URL expires; null if that is not known. */
  @Nullable Instant expiresAt() {
    return videoUrl == null ? null : videoUrl.expiresAt();
  }

  /** Runs up to the next step that another thread does; blocks. */
  NextStep advance() throws DownloadAbortedException {
    NextStep there = part == null ? open() : null;
    if (there != null) {
      return there;
    }
    try {
      return fetch();
    } catch (DownloadAbortedException aborted) {
      return recoverWholePart(aborted);
    }
  }

  /**
   * Goes on after the provider was queried.
   *
   * @param result what the query gave
   */
  NextStep advance(QueryResult result) throws DownloadAbortedException {
    VideoUrl fresh =
        result instanceof QueryResult.Found found ? VideoUrl.of(found.task(), now()) : null;
    if (videoUrl == null && fresh == null) {
      throw DownloadErrors.noUrl(provider(), result);
    }
    if (videoUrl == null) {
      videoUrl = fresh;
      mayQuery = queries && !fresh.expires(now()); // this was the first query
      return advance();
    }
    boolean same = fresh == null || fresh.url().equals(videoUrl.url());
    if (same && error != null) {
      return recoverWholePart(
          refusal(error, result instanceof QueryResult.Failed failed ? failed : null));
    }
    if (!same) {
      videoUrl = fresh;
      wait = null;
    }
    return waitOrAdvance();
  }

  /**
   * Goes on after the provider could not be queried.
   *
   * @param why in a sentence without a key
   */
  NextStep advanceUnasked(String why) throws DownloadAbortedException {
    if (videoUrl == null) {
      throw DownloadErrors.notQueried(provider(), why);
    }
    if (error != null) {
      return recoverWholePart(refusal(error, null));
    }
    return waitOrAdvance();
  }

  void close() throws IOException {
    if (part != null) {
      part.close();
    }
  }

  /** Opens and locks the partial file; returns the end if the video is there already. */
  private @Nullable NextStep open() throws DownloadAbortedException {
    SavedVideo there = destination.there();
    if (there == null) {
      part = destination.open();
      furthest = part.headStart();
      // Again, because another process may just have finished it.
      there = destination.there();
    }
    return there == null ? null : end(there);
  }

  private NextStep fetch() throws DownloadAbortedException {
    while (true) {
      if (videoUrl == null || (mayQuery && videoUrl.expires(now()))) {
        mayQuery = false;
        return new NextStep.QueryProvider();
      }
      grace.begin(videoUrl.finishedAt());
      Attempt attempt = new Attempt(context, opened(), progress, cancellation);
      AttemptResult result = attempt.run(videoUrl, grace.isOpen() && !videoUrl.isExpired(now()));
      if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
        throw DownloadAbortedException.closed();
      }
      NextStep next = result.accept(new AfterAttempt(videoUrl));
      if (next != null) {
        return next;
      }
    }
  }

  /** What follows from one attempt; null for the next attempt immediately. */
  private final class AfterAttempt implements AttemptResult.Visitor<@Nullable NextStep> {
    private final VideoUrl tried;

    AfterAttempt(VideoUrl tried) {
      this.tried = tried;
    }

    @Override
    public NextStep complete() throws DownloadAbortedException {
      return publish();
    }

    @Override
    public @Nullable NextStep restart() {
      return null;
    }

    @Override
    public NextStep httpError(AttemptResult.HttpError refused) throws DownloadAbortedException {
      error = refused;
      if (!mayQuery) {
        throw refusal(refused, null);
      }
      mayQuery = false;
      return new NextStep.QueryProvider();
    }

    @Override
    public NextStep notReady(AttemptResult.NotReady late) {
      return after(late);
    }

    @Override
    public @Nullable NextStep retryable(AttemptResult.Retryable retryable)
        throws DownloadAbortedException {
      return after(retryable, tried);
    }
  }

  private NextStep after(AttemptResult.NotReady late) {
    error = null;
    Duration delay = grace.next(late.retryAfter());
    if (queries && grace.queriesProvider()) {
      wait = delay;
      return new NextStep.QueryProvider();
    }
    return new NextStep.Wait(delay);
  }

  /** Waits for the delay that was due before the provider was queried. */
  private NextStep waitOrAdvance() throws DownloadAbortedException {
    Duration delay = wait;
    wait = null;
    return delay == null ? advance() : new NextStep.Wait(delay);
  }

  private @Nullable NextStep after(AttemptResult.Retryable retryable, VideoUrl tried)
      throws DownloadAbortedException {
    boolean progressed = opened().size() > furthest && !retryable.stalled();
    if (opened().size() > furthest) {
      furthest = opened().size();
      mayQuery = queries;
      error = null;
    }
    Duration delay = retries.next(progressed, retryable.retryAfter());
    if (delay == null) {
      String where = retryable.where().isEmpty() ? tried.host() : retryable.where();
      throw DownloadErrors.broken(where, retryable, retries.ending());
    }
    return delay.isZero() ? null : new NextStep.Wait(delay);
  }

  private DownloadAbortedException refusal(
      AttemptResult.HttpError refusal, QueryResult.@Nullable Failed result) {
    boolean expired = videoUrl != null && videoUrl.isExpired(now());
    return DownloadErrors.refused(refusal, expired, provider(), result);
  }

  /** A partial file that is complete is saved although the video host is not available any more. */
  private NextStep recoverWholePart(DownloadAbortedException aborted)
      throws DownloadAbortedException {
    boolean whole = part != null && part.isWhole();
    if (whole && aborted.reason().isHostUnavailable()) {
      return publish();
    }
    throw aborted;
  }

  private NextStep publish() throws DownloadAbortedException {
    return end(destination.publish(opened()));
  }

  private NextStep end(SavedVideo video) {
    return new NextStep.End(
        new DownloadOutcome.Saved(
            job.handle(), video.file(), video.bytes(), video.sha256(), video.before()));
  }

  private String provider() {
    return job.handle().provider();
  }

  private PartialFile opened() {
    if (part == null) {
      throw new IllegalStateException("expected an open part, found none");
    }
    return part;
  }

  private Instant now() {
    return context.scheduler().clock().instant();
  }
}
