package io.github.reelay.provider.codex22;

import static io.github.reelay.provider.codex22.Nested.get;

import io.github.reelay.client.codex22.DraftInfo;
import io.github.reelay.client.codex22.PendingInfo;
import io.github.reelay.client.codex22.UnifiedVideo;
import io.github.reelay.dialect.TaskAssembler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How large a 22codex video is. CC17, CC20: in pixels at the top, in the draft or in the pending
 * info, each beside the other; in the flat shape as a text such as {@code 1280x720}.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Codex22Size(@Nullable Integer width, @Nullable Integer height) {
  private static final int MOST_DIGITS = 9;

  static Codex22Size of(
      UnifiedVideo task,
      @Nullable DraftInfo made,
      @Nullable PendingInfo pending,
      TaskAssembler assembler) {
    Integer width =
        first(
            assembler.pixels("/width", task.width()),
            assembler.pixels("/detail/draft_info/width", get(made, DraftInfo::width)),
            assembler.pixels("/detail/pending_info/width", get(pending, PendingInfo::width)));
    Integer height =
        first(
            assembler.pixels("/height", task.height()),
            assembler.pixels("/detail/draft_info/height", get(made, DraftInfo::height)),
            assembler.pixels("/detail/pending_info/height", get(pending, PendingInfo::height)));
    return width != null && height != null
        ? new Codex22Size(width, height)
        : new Codex22Size(width, height).or(flat(task.size(), assembler));
  }

  private Codex22Size or(Codex22Size other) {
    return new Codex22Size(first(width, other.width), first(height, other.height));
  }

  /** Two whole numbers with an x between them, as the flat shape has them (CE6). */
  private static Codex22Size flat(@Nullable String size, TaskAssembler assembler) {
    String text = size == null ? "" : size.strip();
    int x = text.indexOf('x');
    if (x > 0 && isWhole(text.substring(0, x)) && isWhole(text.substring(x + 1))) {
      return new Codex22Size(
          assembler.pixels("/size", Long.valueOf(text.substring(0, x))),
          assembler.pixels("/size", Long.valueOf(text.substring(x + 1))));
    }
    if (!text.isEmpty()) {
      assembler.ignored("/size", "not a width and a height with an x between them");
    }
    return new Codex22Size(null, null);
  }

  /** The length that the flat shape tells as text (CE4, CE6); null if there is none. */
  static @Nullable Duration length(UnifiedVideo task, TaskAssembler assembler) {
    String seconds = task.seconds() == null ? "" : task.seconds().strip();
    if (seconds.isEmpty()) {
      return null;
    }
    int point = seconds.indexOf('.');
    boolean whole = point < 0;
    if (isWhole(whole ? seconds : seconds.substring(0, point))
        && (whole || isWhole(seconds.substring(point + 1)))) {
      return assembler.seconds("/seconds", Double.valueOf(seconds));
    }
    assembler.ignored("/seconds", "not a number of seconds");
    return null;
  }

  private static boolean isWhole(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static @Nullable Integer first(@Nullable Integer... values) {
    for (Integer value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
