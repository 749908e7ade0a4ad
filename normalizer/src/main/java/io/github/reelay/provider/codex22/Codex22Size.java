package io.github.reelay.provider.codex22;

import static io.github.reelay.provider.codex22.Nested.get;

import io.github.reelay.client.codex22.DraftInfo;
import io.github.reelay.client.codex22.PendingInfo;
import io.github.reelay.client.codex22.UnifiedVideo;
import io.github.reelay.dialect.Draft;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How large a 22codex video is. CC17, CC20: in pixels at the top, in the draft or in the pending
 * info, each beside the other; in the flat shape as a text such as {@code 1280x720}.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Codex22Size(@Nullable Integer width, @Nullable Integer height) {
  private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,6})\\s*x\\s*(\\d{1,6})\\s*");

  static Codex22Size of(
      UnifiedVideo task, @Nullable DraftInfo made, @Nullable PendingInfo pending, Draft draft) {
    Integer width =
        first(
            draft.pixels("/width", task.width()),
            draft.pixels("/detail/draft_info/width", get(made, DraftInfo::width)),
            draft.pixels("/detail/pending_info/width", get(pending, PendingInfo::width)));
    Integer height =
        first(
            draft.pixels("/height", task.height()),
            draft.pixels("/detail/draft_info/height", get(made, DraftInfo::height)),
            draft.pixels("/detail/pending_info/height", get(pending, PendingInfo::height)));
    Codex22Size flat = flat(task.size(), draft);
    return new Codex22Size(first(width, flat.width), first(height, flat.height));
  }

  private static Codex22Size flat(@Nullable String size, Draft draft) {
    Matcher matcher = SIZE.matcher(size == null ? "" : size);
    if (matcher.matches()) {
      return new Codex22Size(
          draft.pixels("/size", Long.valueOf(matcher.group(1))),
          draft.pixels("/size", Long.valueOf(matcher.group(2))));
    }
    if (size != null && !size.isBlank()) {
      draft.ignored("/size", "not a width and a height with an x between them");
    }
    return new Codex22Size(null, null);
  }

  /** The length that the flat shape tells as text (CE4, CE6); null if there is none. */
  static @Nullable Duration length(UnifiedVideo task, Draft draft) {
    String seconds = task.seconds();
    if (seconds == null || seconds.isBlank()) {
      return null;
    }
    if (seconds.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return draft.seconds("/seconds", Double.valueOf(seconds.strip()));
    }
    draft.ignored("/seconds", "not a number of seconds");
    return null;
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
