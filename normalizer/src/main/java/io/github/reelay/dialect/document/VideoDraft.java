package io.github.reelay.dialect.document;

import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.internal.Texts;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.WebUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a response says of one video. Of each URL the first usable one counts; what is unusable is
 * noted wherever it stands.
 */
final class VideoDraft {
  final @Nullable VideoDraft outer;
  private final int index;
  @Nullable WebUrl url;
  @Nullable WebUrl thumbnail;
  @Nullable WebUrl preview;
  @Nullable String format;
  @Nullable Duration duration;
  @Nullable Integer width;
  @Nullable Integer height;
  @Nullable Timestamp expiresAt;
  private @Nullable String urlText;
  private @Nullable String thumbnailText;
  private @Nullable String previewText;
  private @Nullable Size size;

  /** Width and height in one text, and where it stands. */
  private record Size(String text, String pointer) {}

  /**
   * A video of which nothing is known.
   *
   * @param outer what is said in the array element around it; null if none is
   * @param index of the array element that it is said in
   */
  VideoDraft(@Nullable VideoDraft outer, int index) {
    this.outer = outer;
    this.index = index;
  }

  /** A video of which nothing else is known. */
  static VideoDraft at(WebUrl url) {
    VideoDraft draft = new VideoDraft(null, 0);
    draft.url = url;
    return draft;
  }

  /** The pointer with the index of this element, and of those around it, for a {@code *} each. */
  String pointer(String pattern) {
    String pointer = outer == null ? pattern : outer.pointer(pattern);
    int star = pointer.indexOf("/*");
    return star < 0
        ? pointer
        : pointer.substring(0, star + 1) + index + pointer.substring(star + 2);
  }

  /** Takes a text as its URL; returns whether it had none and has one now. */
  boolean url(TaskVideos videos, ValuePlace place, String text) {
    if (text.equals(urlText)) {
      return false; // the usual case: the same address again
    }
    WebUrl found = videos.url(place, text);
    if (found == null) {
      return false;
    }
    if (url != null) {
      if (!found.equals(url)) {
        videos.noteConflict(place);
      }
      return false;
    }
    url = found;
    urlText = text;
    return true;
  }

  void thumbnail(TaskVideos videos, ValuePlace place, String text) {
    WebUrl found = text.equals(thumbnailText) ? null : videos.url(place, text);
    if (thumbnail == null && found != null) {
      thumbnail = found;
      thumbnailText = text;
    }
  }

  void preview(TaskVideos videos, ValuePlace place, String text) {
    WebUrl found = text.equals(previewText) ? null : videos.url(place, text);
    if (preview == null && found != null) {
      preview = found;
      previewText = text;
    }
  }

  void format(String text) {
    if (format == null && !Texts.saysNothing(text)) {
      format = Texts.stripped(text);
    }
  }

  void duration(@Nullable Duration length) {
    duration = duration != null ? duration : length;
  }

  void width(@Nullable Integer pixels) {
    width = width != null ? width : pixels;
  }

  void height(@Nullable Integer pixels) {
    height = height != null ? height : pixels;
  }

  void expiresAt(Timestamp time) {
    expiresAt = expiresAt != null ? expiresAt : time;
  }

  /** Takes width and height in one text, which is read if one of them is not said by itself. */
  void size(String pointer, String text) {
    if (size == null && !Texts.saysNothing(text)) {
      size = new Size(Texts.stripped(text), pointer);
    }
  }

  /** Two whole numbers with an x between them, for what is not known otherwise. */
  void completeSize(TaskAssembler assembler) {
    if (size == null || (width != null && height != null)) {
      return;
    }
    int x = size.text.indexOf('x');
    Long left = x < 0 ? null : Amounts.whole(size.text.substring(0, x));
    Long right = x < 0 ? null : Amounts.whole(size.text.substring(x + 1));
    if (left == null || right == null) {
      assembler.ignored(size.pointer, "not a width and a height with an x between them");
      return;
    }
    width(assembler.pixels(size.pointer, left));
    height(assembler.pixels(size.pointer, right));
  }

  /** Takes from the draft outside of arrays what this draft lacks, but for URL and expiry. */
  void complete(VideoDraft other) {
    thumbnail = thumbnail != null ? thumbnail : other.thumbnail;
    preview = preview != null ? preview : other.preview;
    format = format != null ? format : other.format;
    duration(other.duration);
    width(other.width);
    height(other.height);
  }
}
