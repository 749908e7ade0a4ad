package io.github.reelay.download;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.http.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The course of one download: which URL is tried, when the provider is asked, when it is given up.
 * It decides what is next and leaves waiting to others. Used by one thread at a time.
 */
final class Course {
  private final Errand errand;
  private final Tools tools;
  private final Cancellation cancellation;
  private final Trouble trouble;
  private final Destination destination;
  private final Progress progress;
  private final Setbacks setbacks;
  private final GracePeriod grace;
  private @Nullable Link link;
  private Ending.@Nullable Refused refused;
  private @Nullable Part part;
  private boolean mayAsk;
  private @Nullable Duration wait;
  private long furthest;

  /**
   * A download that has not begun.
   *
   * @param link null if the provider has to be asked first
   */
  Course(Errand errand, @Nullable Link link, Tools tools, Cancellation cancellation) {
    this.errand = errand;
    this.link = link;
    this.tools = tools;
    this.setbacks = new Setbacks(tools.limits().setbacks());
    this.grace = new GracePeriod(tools.scheduler(), tools.limits().gracePeriod());
    this.mayAsk = tools.limits().freshUrls();
    this.cancellation = cancellation;
    this.trouble = new Trouble(errand);
    this.destination = new Destination(errand, tools, cancellation, trouble);
    this.progress = new Progress(tools.listener(), tools.scheduler(), errand.handle());
  }

  Trouble trouble() {
    return trouble;
  }

  /** When the present URL dies; null if that is not known. */
  @Nullable Instant expiresAt() {
    return link == null ? null : link.expiresAt();
  }

  /** Goes on up to the next wait; blocks. */
  Next proceed() throws Stop {
    Next there = part == null ? open() : null;
    if (there != null) {
      return there;
    }
    try {
      return fetch();
    } catch (Stop stop) {
      return salvage(stop);
    }
  }

  /**
   * Goes on after the provider was asked.
   *
   * @param result what it said
   */
  Next proceed(QueryResult result) throws Stop {
    Link fresh = result instanceof QueryResult.Found found ? Link.of(found.task(), now()) : null;
    if (link == null && fresh == null) {
      throw result instanceof QueryResult.Found found
          ? trouble.noVideo(found.task().status().jsonName())
          : trouble.provider((QueryResult.Failed) result);
    }
    if (link == null) {
      link = fresh;
      mayAsk = tools.limits().freshUrls() && !fresh.dies(now()); // that was the first question
      return proceed();
    }
    boolean same = fresh == null || fresh.url().equals(link.url());
    if (same && refused != null) {
      return salvage(refusal(refused, result instanceof QueryResult.Failed failed ? failed : null));
    }
    if (!same) {
      link = fresh;
      wait = null;
    }
    return waitOrProceed();
  }

  /**
   * Goes on after the provider could not be asked.
   *
   * @param why in a sentence without a key
   */
  Next proceedUnasked(String why) throws Stop {
    if (link == null) {
      throw trouble.unaskable(why);
    }
    if (refused != null) {
      return salvage(refusal(refused, null));
    }
    return waitOrProceed();
  }

  /** Lets go of the files. */
  void close() throws IOException {
    if (part != null) {
      part.close();
    }
  }

  /** Where the video is already, or its part locked. */
  private @Nullable Next open() throws Stop {
    DownloadOutcome there = destination.there();
    if (there == null) {
      part = destination.open();
      furthest = part.headStart();
      // Again, since another process may just have finished it.
      there = destination.there();
    }
    return there == null ? null : new Next.End(there);
  }

  private Next fetch() throws Stop {
    while (true) {
      if (link == null || (mayAsk && link.dies(now()))) {
        mayAsk = false;
        return new Next.Ask();
      }
      grace.begin(link.finishedAt());
      Attempt attempt = new Attempt(tools, opened(), progress, cancellation, trouble);
      Ending ending = attempt.run(link, grace.isOpen() && !link.isDead(now()));
      if (cancellation.isCancelled()) {
        throw trouble.closed();
      }
      Next next = after(ending, link);
      if (next != null) {
        return next;
      }
    }
  }

  /** Null for the next attempt at once. */
  private @Nullable Next after(Ending ending, Link tried) throws Stop {
    if (ending instanceof Ending.Complete) {
      return keep();
    }
    if (ending instanceof Ending.Anew) {
      return null;
    }
    if (ending instanceof Ending.Broken broken) {
      return after(broken, tried);
    }
    if (ending instanceof Ending.NotReady late) {
      return after(late);
    }
    refused = (Ending.Refused) ending;
    if (!mayAsk) {
      throw refusal(refused, null);
    }
    mayAsk = false;
    return new Next.Ask();
  }

  private Next after(Ending.NotReady late) {
    refused = null;
    Duration delay = grace.next(late.retryAfter());
    if (tools.limits().freshUrls() && grace.asksProvider()) {
      wait = delay;
      return new Next.Ask();
    }
    return new Next.Later(delay);
  }

  /** Waits as long as was to be waited before the provider was asked in between. */
  private Next waitOrProceed() throws Stop {
    Duration delay = wait;
    wait = null;
    return delay == null ? proceed() : new Next.Later(delay);
  }

  private @Nullable Next after(Ending.Broken broken, Link tried) throws Stop {
    boolean progressed = opened().size() > furthest && !broken.stalled();
    if (opened().size() > furthest) {
      furthest = opened().size();
      mayAsk = tools.limits().freshUrls();
      refused = null;
    }
    Duration delay = setbacks.next(progressed, broken.retryAfter());
    if (delay == null) {
      String where = broken.where().isEmpty() ? Trouble.host(tried.url()) : broken.where();
      throw trouble.broken(where, broken, setbacks.inARow());
    }
    return delay.isZero() ? null : new Next.Later(delay);
  }

  private Stop refusal(Ending.Refused refusal, QueryResult.@Nullable Failed provider) {
    boolean expired = link != null && link.isDead(now());
    return trouble.refused(refusal, expired, provider);
  }

  /** A part that is whole is not given up because the store does not answer any more. */
  private Next salvage(Stop stop) throws Stop {
    boolean whole = part != null && part.isWhole();
    if (whole && stop.failure().kind().isSilenceOfTheStore()) {
      return keep();
    }
    throw stop;
  }

  private Next keep() throws Stop {
    return new Next.End(destination.keep(opened()));
  }

  private Part opened() {
    if (part == null) {
      throw new IllegalStateException("expected an open part, found none");
    }
    return part;
  }

  private Instant now() {
    return tools.scheduler().clock().instant();
  }
}
