package io.github.reelay.download;

import io.github.reelay.failure.RetryAfter;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** One request for a video, or for the rest of it, and what its answer comes to. */
final class Attempt {
  private final Part part;
  private final Hops hops;
  private final Intake intake;
  private final Pulse pulse;
  private final Leash leash;
  private final Trouble trouble;
  private final long most;
  private final Instant now;

  Attempt(Tools tools, Part part, Progress progress, Leash leash, Trouble trouble) {
    Limits limits = tools.limits();
    this.part = part;
    this.leash = leash;
    this.trouble = trouble;
    this.most = limits.maxBytes();
    this.now = tools.scheduler().clock().instant();
    this.hops = new Hops(tools, leash, trouble);
    this.pulse = new Pulse(tools.scheduler(), limits, leash::drop);
    this.intake = new Intake(part, pulse, progress);
  }

  /**
   * Blocks until the attempt has ended.
   *
   * @param mayBeLate whether the file may not be there yet
   * @throws Stop if no other attempt can help
   */
  Ending run(Link link, boolean mayBeLate) throws Stop {
    try {
      part.rehash(leash);
      pulse.start();
      Map<String, String> condition = part.condition();
      Answer answer = hops.open(link.url(), condition);
      Ending early = new EarlyAnswer(answer, link, mayBeLate, now).ending();
      return early == null ? judge(answer, !condition.isEmpty()) : early;
    } catch (IOException | HttpException broken) {
      return WireTrouble.broken(broken, pulse.isSlow(), hops.where());
    } finally {
      pulse.stop();
      leash.drop();
    }
  }

  private Ending judge(Answer answer, boolean partly) throws Stop, IOException {
    int status = answer.status();
    return switch (status) {
      case 200 -> whole(answer);
      case 206 -> partly ? rest(answer) : broken("a part that nobody asked for", answer);
      case 416 -> partly ? nothing(answer) : broken("status 416 without a range", answer);
      case 401, 403, 404, 410 -> new Ending.Refused(status, false, answer.where());
      case 408, 425, 429 -> broken("status " + status, answer);
      default -> {
        if (status < 500) {
          throw trouble.status(answer.where(), status);
        }
        yield broken("status " + status, answer);
      }
    };
  }

  private Ending whole(Answer answer) throws Stop, IOException {
    check(answer, answer.length());
    PartInfo of =
        PartInfo.of(answer.header("ETag"), answer.header("Last-Modified"), answer.length());
    String refusal = intake.whole(answer, of, most);
    if (refusal != null) {
      throw trouble.notAVideo(answer.where(), refusal);
    }
    checkSize(answer);
    return answer.showsItsEnd() ? new Ending.Complete() : unclear(answer);
  }

  private Ending rest(Answer answer) throws Stop, IOException {
    ContentRange range = ContentRange.parse(answer.header("Content-Range"));
    if (range == null
        || range.first() != part.size()
        || part.isContradicted(
            answer.header("ETag"), answer.header("Last-Modified"), range.total())) {
      return anew();
    }
    long total = range.total() < 0 ? part.total() : range.total();
    check(answer, total);
    intake.rest(answer.body().getContent(), total, most);
    checkSize(answer);
    if (total >= 0 && part.size() > total) {
      return anew();
    }
    return part.size() == total ? new Ending.Complete() : unclear(answer);
  }

  /** There are no bytes behind those that are here: then it is whole, if the sizes agree. */
  private Ending nothing(Answer answer) throws Stop {
    ContentRange range = ContentRange.parse(answer.header("Content-Range"));
    boolean whole =
        range != null
            && range.total() == part.size()
            && !part.isContradicted(
                answer.header("ETag"), null, range.total()); // the date is the page's
    return whole ? new Ending.Complete() : anew();
  }

  private Ending anew() throws Stop {
    part.clear();
    return new Ending.Anew();
  }

  private void check(Answer answer, long total) throws Stop {
    String host = answer.where();
    String refusal = VideoCheck.refusal(answer.header("Content-Type"));
    if (refusal != null) {
      throw trouble.notAVideo(host, refusal);
    }
    if (total > most) {
      throw trouble.tooLarge(host, most);
    }
  }

  /** What was received of a file that is too large is dropped. */
  private void checkSize(Answer answer) throws Stop {
    if (part.size() > most) {
      part.clear();
      throw trouble.tooLarge(answer.where(), most);
    }
  }

  private Ending unclear(Answer answer) {
    return broken("an end that may not be that of the video", answer);
  }

  private Ending broken(String found, Answer answer) {
    String after = answer.header("Retry-After");
    @Nullable Integer status = answer.status() < 300 ? null : answer.status();
    return new Ending.Broken(
        found, false, status, after == null ? null : RetryAfter.parse(after, now), answer.where());
  }
}
