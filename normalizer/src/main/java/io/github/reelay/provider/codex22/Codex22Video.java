package io.github.reelay.provider.codex22;

import static io.github.reelay.provider.codex22.Nested.get;

import io.github.reelay.client.codex22.Detail;
import io.github.reelay.client.codex22.DraftInfo;
import io.github.reelay.client.codex22.Encoding;
import io.github.reelay.client.codex22.Encodings;
import io.github.reelay.client.codex22.UnifiedVideo;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.rule.Expiry;
import io.github.reelay.task.Video;
import io.github.reelay.task.WebUrl;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The video of a 22codex task. CC15, CC16: one address stands in many places; all are looked at,
 * the first usable one counts. {@code md} is another file and never taken.
 */
final class Codex22Video {
  private static final String DRAFT = "/detail/draft_info";
  private static final String ENCODINGS = DRAFT + "/encodings";

  private Codex22Video() {}

  static void map(UnifiedVideo task, TaskAssembler assembler) {
    Detail detail = task.detail();
    DraftInfo made = get(detail, Detail::draftInfo);
    Encodings encodings = get(made, DraftInfo::encodings);
    WebUrl url = url(task, made, encodings, assembler);
    WebUrl thumbnail =
        new FirstUrl(assembler)
            .or("/thumbnail_url", task.thumbnailUrl())
            .or("/detail/thumbnail_url", get(detail, Detail::thumbnailUrl))
            .or(ENCODINGS + "/thumbnail/path", path(get(encodings, Encodings::thumbnail)))
            .url();
    WebUrl preview =
        new FirstUrl(assembler)
            .or("/detail/gif_url", get(detail, Detail::gifUrl))
            .or(ENCODINGS + "/gif/path", path(get(encodings, Encodings::gif)))
            .url();
    Codex22Size size = Codex22Size.of(task, made, get(detail, Detail::pendingInfo), assembler);
    Duration duration = Codex22Size.length(task, assembler);
    Expiry expiry = assembler.expiry(task.expiresAt(), null); // nothing documents a validity
    Iterator<WebUrl> urls = (url != null ? List.of(url) : assembler.urlsElsewhere()).iterator();
    if (urls.hasNext()) {
      assembler.video(
          Video.from(urls.next())
              .thumbnail(thumbnail)
              .preview(preview)
              .duration(duration)
              .size(size.width(), size.height())
              .expiresAt(expiry.at(), expiry.estimated())
              .build());
    }
    urls.forEachRemaining(
        more ->
            assembler.video(Video.from(more).expiresAt(expiry.at(), expiry.estimated()).build()));
  }

  private static @Nullable WebUrl url(
      UnifiedVideo task,
      @Nullable DraftInfo made,
      @Nullable Encodings encodings,
      TaskAssembler assembler) {
    return new FirstUrl(assembler)
        .or("/video_url", task.videoUrl())
        .or("/detail/url", get(task.detail(), Detail::url))
        .or(DRAFT + "/url", get(made, DraftInfo::url))
        .or(DRAFT + "/downloadable_url", get(made, DraftInfo::downloadableUrl))
        .or(ENCODINGS + "/source/path", path(get(encodings, Encodings::source)))
        .or(ENCODINGS + "/source_wm/path", path(get(encodings, Encodings::sourceWm)))
        .url();
  }

  /** When the video was made (C58); null if the answer does not say. */
  static @Nullable Timestamp madeAt(UnifiedVideo task) {
    return get(get(task.detail(), Detail::draftInfo), DraftInfo::createdAt);
  }

  private static @Nullable String path(@Nullable Encoding encoding) {
    return get(encoding, Encoding::path);
  }
}
