package io.github.reelay.dialect.document;

import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.WebUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The videos of one task while its values come in. What stands outside of arrays is said of one
 * video, and what stands in an array element of another. What {@link VideoList} makes of them is
 * another matter.
 */
final class TaskVideos {
  private final TaskAssembler assembler;
  private final ContractChecks checks;
  private final ElementPath path = new ElementPath();
  private @Nullable VideoDraft outside;
  private List<VideoDraft> elements = List.of();
  private List<VideoDraft> shown = List.of();
  private @Nullable WebUrl lastResort;

  TaskVideos(TaskAssembler assembler, ContractChecks checks) {
    this.assembler = assembler;
    this.checks = checks;
  }

  void enter(int index) {
    path.enter(index);
    if (elements.isEmpty()) {
      elements = new ArrayList<>(1);
    }
    elements.add(new VideoDraft());
  }

  void leave() {
    path.leave();
    elements.remove(elements.size() - 1).completeSize(assembler);
  }

  String pointer(ValuePlace place) {
    return path.pointer(place);
  }

  private VideoDraft video() {
    return elements.isEmpty() ? outside() : elements.get(elements.size() - 1);
  }

  /** Most responses are of a task that runs, and say nothing of a video. */
  private VideoDraft outside() {
    if (outside == null) {
      outside = new VideoDraft();
    }
    return outside;
  }

  void text(ValueName name, ValuePlace place, String value) {
    switch (name) {
      case VIDEO_URL -> url(place, value);
      case VIDEO_THUMBNAIL_URL -> video().thumbnail(assembler, pointer(place), value);
      case VIDEO_PREVIEW_URL -> video().preview(assembler, pointer(place), value);
      case VIDEO_FORMAT -> video().format(value);
      case VIDEO_SIZE -> video().size(pointer(place), value);
      default -> {}
    }
  }

  private void url(ValuePlace place, String value) {
    if (!place.lastResort()) {
      if (video().url(assembler, pointer(place), value)) {
        if (shown.isEmpty()) {
          shown = new ArrayList<>(1);
        }
        shown.add(video());
      }
    } else if (lastResort == null) {
      lastResort = Urls.usableTrimmed(Urls.trimmed(value)); // what is none is not noted
    }
  }

  void duration(ValuePlace place, String value) {
    Double length = Amounts.decimal(value);
    if (length != null) {
      duration(place, length);
    } else if (!value.isBlank()) {
      assembler.ignored(pointer(place), "not a number of seconds");
    }
  }

  /** Takes a length in the documented unit, or in the other one if it can only be in that. */
  void duration(ValuePlace place, double length) {
    boolean other = ContractChecks.isInOtherUnit(place, length);
    if (other && place.unit() != null) {
      checks.otherUnit(pointer(place), place.unit());
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
    if (outside == null && shown.isEmpty() && assembler.status() != TaskStatus.SUCCEEDED) {
      return; // none is shown, and none is looked for
    }
    outside().completeSize(assembler);
    new VideoList(assembler, facts, outside()).add(shown, lastResort);
  }
}
