package io.github.reelay.download;

import io.github.reelay.failure.RetryAfter;
import io.github.reelay.internal.http.Cancellation;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request for a video, or for the rest of it, and what its answer comes to. */
final class Attempt {
  private final Part part;
  private final Hops hops;
  private final Intake intake;
  private final Pulse pulse;
  private final Cancellation cancellation;
  private final Trouble trouble;
  private final long most;
  private final Instant now;

  Attempt(Tools tools, Part part, Progress progress, Cancellation cancellation, Trouble trouble) {
    Limits limits = tools.limits();
    this.part = part;
    this.cancellation = cancellation;
    this.trouble = trouble;
    this.most = limits.maxBytes();
    this.now = tools.scheduler().clock().instant();
    this.hops = new Hops(tools, cancellation, trouble);
    this.pulse = new Pulse(tools.scheduler(), limits, cancellation::close);
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
      part.rehash(cancellation);
      pulse.start();
      Map<String, String> condition = part.condition();
      Answer answer = hops.open(link.url(), condition);
      Ending early = new EarlyAnswer(answer, link, mayBeLate, now).ending();
      return early == null ? judge(answer, !condition.isEmpty()) : early;
    } catch (IOException broken) {
      part.force();
      return WireTrouble.broken(broken, pulse.isSlow(), hops.where());
    } finally {
      pulse.stop();
      cancellation.close();
    }
  }

  private Ending judge(Answer answer, boolean partly) throws Stop, IOException {
    int status = answer.status();
    return switch (status) {
      case 200 -> whole(answer, answer.length());
      case 206 -> part(answer, partly);
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

  /** A part that is all of it counts as such, whether it was asked for or not. */
  private Ending part(Answer answer, boolean partly) throws Stop, IOException {
    ContentRange range = ContentRange.parse(answer.header("Content-Range"));
    if (range != null && range.isWhole() && answer.length() <= range.total()) {
      return whole(answer, range.total());
    }
    return partly ? rest(answer, range) : broken("a part that nobody asked for", answer);
  }

  private Ending whole(Answer answer, long length) throws Stop, IOException {
    check(answer, length);
    Head head = Head.read(answer.body(), answer.showsItsEnd());
    String refusal = VideoCheck.refusal(head.bytes(), head.count());
    if (refusal != null) {
      throw trouble.notAVideo(answer.where(), refusal);
    }
    // What is inflated has another size, and no range of it can be asked for.
    PartInfo of =
        head.inflated()
            ? PartInfo.of(null, null, -1)
            : PartInfo.of(answer.header("ETag"), answer.header("Last-Modified"), length);
    intake.whole(head, of, most);
    checkSize(answer);
    if (of.length() >= 0) {
      return part.size() == of.length() ? ended(answer, true) : unclear(answer);
    }
    return ended(answer, head.inflated() || answer.showsItsEnd());
  }

  private Ending rest(Answer answer, @Nullable ContentRange range) throws Stop, IOException {
    if (range == null
        || range.first() != part.size()
        || part.isContradicted(
            answer.header("ETag"), answer.header("Last-Modified"), range.total())) {
      return anew();
    }
    long total = range.total() < 0 ? part.total() : range.total();
    check(answer, total);
    intake.rest(answer.body(), total, most);
    checkSize(answer);
    if (total >= 0 && part.size() > total) {
      return anew();
    }
    return part.size() == total ? ended(answer, true) : unclear(answer);
  }

  /** There are no bytes behind those that are here: then it is whole, if the sizes agree. */
  private Ending nothing(Answer answer) throws Stop {
    ContentRange range = ContentRange.parse(answer.header("Content-Range"));
    boolean whole =
        range != null
            && range.total() == part.size()
            && !part.isContradicted(
                answer.header("ETag"), null, range.total()); // the date is the page's
    return whole ? ended(answer, true) : anew();
  }

  /**
   * What the structure of the video says, now that its end is here. Nothing may be cut off. Without
   * a size it must fit exactly; and what was glued of parts is fetched again if it does not fit,
   * while a video that came in one piece is taken as it is.
   *
   * @param sized whether so many bytes were announced, or the end was shown otherwise
   */
  private Ending ended(Answer answer, boolean sized) throws Stop {
    VideoStructure structure = part.structure();
    if (structure == VideoStructure.CUT && sized) {
      part.clear();
      return broken("a video that ends within one of its parts", answer);
    }
    if (!sized && structure != VideoStructure.WHOLE) {
      return unclear(answer);
    }
    return part.isGlued() && !structure.fits() ? anew() : new Ending.Complete();
  }

  private Ending anew() throws Stop {
    part.clear();
    return new Ending.Anew();
  }

  private void check(Answer answer, long total) throws Stop {
    if (total > most) {
      throw trouble.tooLarge(answer.where(), most);
    }
  }

  /** What was received of a file that is too large is dropped. */
  private void checkSize(Answer answer) throws Stop {
    if (part.size() > most) {
      part.clear();
      throw trouble.tooLarge(answer.where(), most);
    }
  }

  private Ending unclear(Answer answer) throws Stop {
    part.force();
    return broken("an end that may not be that of the video", answer);
  }

  private Ending broken(String found, Answer answer) {
    String after = answer.header("Retry-After");
    @Nullable Integer status = answer.status() < 300 ? null : answer.status();
    return new Ending.Broken(
        found, false, status, after == null ? null : RetryAfter.parse(after, now), answer.where());
  }
}
