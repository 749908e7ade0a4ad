package io.github.reelay.download;

import io.github.reelay.exchange.Reading;
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
  private final Leash leash;
  private final Trouble trouble;
  private final Destination destination;
  private final Progress progress;
  private final Setbacks setbacks;
  private @Nullable Link link;
  private Ending.@Nullable Refused refused;
  private @Nullable Part part;
  private boolean mayAsk = true;
  private long furthest;

  /**
   * A download that has not begun.
   *
   * @param link null if the provider has to be asked first
   */
  Course(Errand errand, @Nullable Link link, Tools tools, Leash leash) {
    this.errand = errand;
    this.link = link;
    this.tools = tools;
    this.setbacks = new Setbacks(tools.limits().setbacks());
    this.leash = leash;
    this.trouble = new Trouble(errand);
    this.destination = new Destination(errand, tools, leash, trouble);
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
   * @param reading what it said
   */
  Next proceed(Reading reading) throws Stop {
    Link fresh = reading instanceof Reading.TaskSeen seen ? Link.of(seen.task()) : null;
    if (link == null && fresh == null) {
      throw reading instanceof Reading.TaskSeen seen
          ? trouble.noVideo(seen.task().status().word())
          : trouble.provider((Reading.NoTask) reading);
    }
    if (link == null) {
      link = fresh;
      mayAsk = !fresh.dies(now()); // that was the first question
      return proceed();
    }
    boolean same = fresh == null || fresh.url().equals(link.url());
    if (same && refused != null) {
      return salvage(refusal(refused, reading instanceof Reading.NoTask none ? none : null));
    }
    link = same ? link : fresh;
    return proceed();
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
    return proceed();
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
      Ending ending = new Attempt(tools, opened(), progress, leash, trouble).run(link.url());
      if (leash.isCut()) {
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
    refused = (Ending.Refused) ending;
    if (!mayAsk) {
      throw refusal(refused, null);
    }
    mayAsk = false;
    return new Next.Ask();
  }

  private @Nullable Next after(Ending.Broken broken, Link tried) throws Stop {
    boolean progressed = opened().size() > furthest && !broken.stalled();
    if (opened().size() > furthest) {
      furthest = opened().size();
      mayAsk = true;
      refused = null;
    }
    Duration delay = setbacks.next(progressed, broken.retryAfter());
    if (delay == null) {
      throw trouble.broken(Trouble.host(tried.url()), broken, setbacks.inARow());
    }
    return delay.isZero() ? null : new Next.Later(delay);
  }

  private Stop refusal(Ending.Refused refusal, Reading.@Nullable NoTask provider) {
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
