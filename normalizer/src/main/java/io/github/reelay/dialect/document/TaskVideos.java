package io.github.reelay.dialect.document;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The videos of one task while its values come in. What stands outside of arrays is said of one
 * video, and what stands in an array element of another. {@link VideoList} makes the videos of the
 * task of them at the end.
 */
final class TaskVideos {
  private final TaskAssembler assembler;
  private final VideoDraft outside;
  private @Nullable VideoDraft element; // of an array, the one that was entered last
  private @Nullable VideoDraft first; // that shows a URL: most responses have no other
  private List<VideoDraft> further = List.of();
  private @Nullable WebUrl lastResort;

  /**
   * None so far.
   *
   * @param outside takes what stands outside of arrays
   */
  TaskVideos(TaskAssembler assembler, VideoDraft outside) {
    this.assembler = assembler;
    this.outside = outside;
  }

  void enter(int index) {
    element = new VideoDraft(element, index);
  }

  void leave() {
    VideoDraft left = Objects.requireNonNull(element, "an element that was entered");
    element = left.outer;
    left.completeSize(assembler);
  }

  String pointer(ValuePlace place) {
    return element == null ? place.pointer() : element.pointer(place.pointer());
  }

  private VideoDraft video() {
    return element == null ? outside : element;
  }

  void text(ValueName name, ValuePlace place, String value) {
    switch (name) {
      case VIDEO_URL -> videoUrl(place, value);
      case VIDEO_THUMBNAIL_URL -> video().thumbnail(this, place, value);
      case VIDEO_PREVIEW_URL -> video().preview(this, place, value);
      case VIDEO_FORMAT -> video().format(value);
      case VIDEO_SIZE -> video().size(pointer(place), value);
      default -> {}
    }
  }

  /**
   * As {@link TaskAssembler#url}; a usual URL needs no pointer, which is a new text in an array.
   */
  @Nullable WebUrl url(ValuePlace place, String text) {
    WebUrl usual = WebUrl.ofUsual(Urls.trimmed(text));
    return usual != null ? usual : assembler.url(pointer(place), text);
  }

  void noteConflict(ValuePlace place) {
    assembler.note(
        Finding.Kind.URL_CONFLICT, pointer(place), "another URL than the one taken for the video");
  }

  private void videoUrl(ValuePlace place, String value) {
    if (!place.lastResort()) {
      if (video().url(this, place, value)) {
        show(video());
      }
    } else if (lastResort == null) {
      lastResort = Urls.usableTrimmed(Urls.trimmed(value)); // an unusable one is not noted
    }
  }

  private void show(VideoDraft video) {
    if (first == null) {
      first = video;
      return;
    }
    if (further.isEmpty()) {
      further = new ArrayList<>();
    }
    further.add(video);
  }

  void duration(ValuePlace place, String value) {
    Double length = Amounts.decimal(value);
    if (length != null) {
      duration(place, length);
    } else if (!value.isBlank()) {
      assembler.ignored(pointer(place), "not a number of seconds");
    }
  }

  /** Takes a length; what can only be in the undocumented unit is read in that, with a finding. */
  void duration(ValuePlace place, double length) {
    boolean other = ContractChecks.isInOtherUnit(place, length);
    if (other && place.unit() != null) {
      ContractChecks.otherUnit(assembler, pointer(place), place.unit());
    }
    boolean milliseconds = (place.unit() == Unit.MILLISECONDS) != other;
    video().duration(assembler.seconds(pointer(place), milliseconds ? length / 1000 : length));
  }

  void width(ValuePlace place, Long pixels) {
    video().width(assembler.pixels(pointer(place), pixels));
  }

  void height(ValuePlace place, Long pixels) {
    video().height(assembler.pixels(pointer(place), pixels));
  }

  void expiresAt(Timestamp time) {
    video().expiresAt(time);
  }

  /** Hands every video to the assembler. */
  void finish(ProviderFacts facts) {
    outside.completeSize(assembler);
    VideoList videos = new VideoList(assembler, facts, outside);
    if (first == null) {
      videos.addOthers(lastResort);
    } else {
      videos.add(first, further);
    }
  }
}
