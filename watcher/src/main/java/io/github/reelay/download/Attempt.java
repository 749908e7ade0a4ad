package io.github.reelay.download;

import io.github.reelay.failure.RetryAfter;
import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.file.PartialFile;
import io.github.reelay.internal.download.file.PartialFileInfo;
import io.github.reelay.internal.download.format.VideoSignature;
import io.github.reelay.internal.download.format.VideoStructure;
import io.github.reelay.internal.download.http.AttemptResult;
import io.github.reelay.internal.download.http.BodyPrefix;
import io.github.reelay.internal.download.http.ContentRange;
import io.github.reelay.internal.download.http.ErrorResponse;
import io.github.reelay.internal.download.http.NetworkErrors;
import io.github.reelay.internal.download.http.RedirectFollower;
import io.github.reelay.internal.download.http.ResponseHead;
import io.github.reelay.internal.download.http.StallDetector;
import io.github.reelay.internal.download.http.VideoUrl;
import io.github.reelay.internal.http.Cancellation;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request for a video, or for the rest of it, and what follows from its response. */
final class Attempt {
  private final PartialFile part;
  private final RedirectFollower redirects;
  private final BodyWriter writer;
  private final StallDetector stallDetector;
  private final Cancellation cancellation;
  private final long most;
  private final Instant now;

  Attempt(
      DownloadContext context,
      PartialFile part,
      ProgressReporter progress,
      Cancellation cancellation) {
    this.part = part;
    this.cancellation = cancellation;
    this.most = context.limits().maxBytes();
    this.now = context.scheduler().clock().instant();
    this.redirects =
        new RedirectFollower(context.http(), progress.handle().provider(), cancellation);
    this.stallDetector =
        new StallDetector(context.scheduler(), context.http(), cancellation::close);
    this.writer = new BodyWriter(part, stallDetector, progress);
  }

  /**
   * Blocks until the attempt has ended.
   *
   * @param mayBeLate whether the file may not be there yet
   * @throws DownloadAbortedException if no other attempt can help
   */
  AttemptResult run(VideoUrl videoUrl, boolean mayBeLate) throws DownloadAbortedException {
    try {
      part.rehash(cancellation);
      stallDetector.start();
      Map<String, String> condition = part.condition();
      ResponseHead response = redirects.open(videoUrl.url(), condition);
      AttemptResult early = new ErrorResponse(response, videoUrl, mayBeLate, now).result();
      return early == null ? judge(response, !condition.isEmpty()) : early;
    } catch (IOException broken) {
      if (!Thread.currentThread()
          .isInterrupted()) { // else it is forced to the disk when it is closed
        part.force();
      }
      return NetworkErrors.retryable(broken, stallDetector.isSlow(), redirects.where());
    } finally {
      stallDetector.stop();
      cancellation.close();
    }
  }

  private AttemptResult judge(ResponseHead response, boolean partly)
      throws DownloadAbortedException, IOException {
    int status = response.status();
    return switch (status) {
      case 200 -> whole(response, response.length());
      case 206 -> part(response, partly);
      case 416 -> partly ? nothing(response) : broken("status 416 without a range", response);
      case 401, 403, 404, 410 -> new AttemptResult.HttpError(status, false, response.where());
      case 408, 425, 429 -> broken("status " + status, response);
      default -> {
        if (status < 500) {
          throw DownloadErrors.status(response.where(), status);
        }
        yield broken("status " + status, response);
      }
    };
  }

  /** A 206 with the whole file counts as a 200, whether a range was requested or not. */
  private AttemptResult part(ResponseHead response, boolean partly)
      throws DownloadAbortedException, IOException {
    ContentRange range = ContentRange.parse(response.header("Content-Range"));
    if (range != null && range.isWhole() && response.length() <= range.total()) {
      return whole(response, range.total());
    }
    return partly ? rest(response, range) : broken("a part that was not requested", response);
  }

  private AttemptResult whole(ResponseHead response, long length)
      throws DownloadAbortedException, IOException {
    check(response, length);
    BodyPrefix prefix = BodyPrefix.read(response.body(), response.showsItsEnd());
    String refusal = VideoSignature.refusal(prefix.bytes(), prefix.count());
    if (refusal != null) {
      throw DownloadErrors.notAVideo(response.where(), refusal);
    }
    // An inflated body has another size, and no range of it can be requested.
    PartialFileInfo of =
        prefix.inflated()
            ? PartialFileInfo.of(null, null, -1)
            : PartialFileInfo.of(response.header("ETag"), response.header("Last-Modified"), length);
    writer.whole(prefix, of, most);
    checkSize(response);
    if (of.length() >= 0) {
      return part.size() == of.length() ? ended(response, true) : unclear(response);
    }
    return ended(response, prefix.inflated() || response.showsItsEnd());
  }

  private AttemptResult rest(ResponseHead response, @Nullable ContentRange range)
      throws DownloadAbortedException, IOException {
    if (range == null
        || range.first() != part.size()
        || part.isContradicted(
            response.header("ETag"), response.header("Last-Modified"), range.total())) {
      return fromTheStart();
    }
    long total = range.total() < 0 ? part.total() : range.total();
    check(response, total);
    writer.rest(response.body(), total, most);
    checkSize(response);
    if (total >= 0 && part.size() > total) {
      return fromTheStart();
    }
    return part.size() == total ? ended(response, true) : unclear(response);
  }

  /** 416: there are no further bytes. The partial file is complete if the sizes are equal. */
  private AttemptResult nothing(ResponseHead response) throws DownloadAbortedException {
    ContentRange range = ContentRange.parse(response.header("Content-Range"));
    boolean whole =
        range != null
            && range.total() == part.size()
            && !part.isContradicted(
                response.header("ETag"), null, range.total()); // the date is that of the error page
    return whole ? ended(response, true) : fromTheStart();
  }

  /**
   * Judges the structure of a video whose end has arrived. Nothing may be cut off. Without a known
   * size the structure must fit exactly. A file that was resumed is downloaded again if it does not
   * fit, while one that came in one piece is taken as it is.
   *
   * @param sized whether the size was announced, or the end of the body was marked
   */
  private AttemptResult ended(ResponseHead response, boolean sized)
      throws DownloadAbortedException {
    VideoStructure structure = part.structure();
    if (structure == VideoStructure.CUT && sized) {
      part.clear();
      return broken("a video that ends within one of its parts", response);
    }
    if (!sized && structure != VideoStructure.WHOLE) {
      return unclear(response);
    }
    return part.isGlued() && !structure.fits() ? fromTheStart() : new AttemptResult.Complete();
  }

  private AttemptResult fromTheStart() throws DownloadAbortedException {
    part.clear();
    return new AttemptResult.Restart();
  }

  private void check(ResponseHead response, long total) throws DownloadAbortedException {
    if (total > most) {
      throw DownloadErrors.tooLarge(response.where(), most);
    }
  }

  /** Drops what was received of a file that is too large. */
  private void checkSize(ResponseHead response) throws DownloadAbortedException {
    if (part.size() > most) {
      part.clear();
      throw DownloadErrors.tooLarge(response.where(), most);
    }
  }

  private AttemptResult unclear(ResponseHead response) throws DownloadAbortedException {
    part.force();
    return broken("an end that may not be that of the video", response);
  }

  private AttemptResult broken(String found, ResponseHead response) {
    String after = response.header("Retry-After");
    @Nullable Integer status = response.status() < 300 ? null : response.status();
    return new AttemptResult.Retryable(
        found,
        false,
        status,
        after == null ? null : RetryAfter.parse(after, now),
        response.where());
  }
}
