package io.github.reelay.dialect.document;

import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.rule.Expiry;
import io.github.reelay.task.Video;
import io.github.reelay.task.WebUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From what a response says of its videos to the videos of the task. Equal URLs are one video, with
 * the first format. Without any, the last resort is taken, and without that what stands at places
 * that the document does not name. What is said outside of arrays is said of the first video.
 */
final class VideoList {
  private final TaskAssembler assembler;
  private final ProviderFacts facts;
  private final VideoDraft outside;

  VideoList(TaskAssembler assembler, ProviderFacts facts, VideoDraft outside) {
    this.assembler = assembler;
    this.facts = facts;
    this.outside = outside;
  }

  /** Hands those that the document names to the assembler, in its order. */
  void add(VideoDraft first, List<VideoDraft> further) {
    if (further.isEmpty()) {
      addFirst(first); // a single one needs no hash, for which its URL is parsed
    } else {
      addAll(distinct(first, further));
    }
  }

  /** Hands the last resort to the assembler, else what stands at other places. */
  void addOthers(@Nullable WebUrl lastResort) {
    addAll(others(lastResort));
  }

  private void addAll(Collection<VideoDraft> all) {
    Iterator<VideoDraft> videos = all.iterator();
    if (videos.hasNext()) {
      addFirst(videos.next());
    }
    while (videos.hasNext()) {
      assembler.video(video(videos.next()));
    }
  }

  /** Takes for the first video what is said outside of arrays, and hands it on. */
  private void addFirst(VideoDraft video) {
    if (video != outside) {
      video.complete(outside);
    }
    assembler.video(video(video));
  }

  private Video video(VideoDraft video) {
    Expiry expiry =
        assembler.expiry(
            video.expiresAt != null ? video.expiresAt : outside.expiresAt, facts.validity());
    return new Video(
        video.url,
        video.thumbnail,
        video.preview,
        video.format != null ? video.format : facts.videoFormat(),
        video.duration,
        video.width,
        video.height,
        expiry.at(),
        expiry.estimated());
  }

  /** Each URL once. */
  private static Collection<VideoDraft> distinct(VideoDraft first, List<VideoDraft> further) {
    Map<WebUrl, VideoDraft> distinct = new LinkedHashMap<>();
    distinct.put(first.url, first);
    for (VideoDraft video : further) {
      VideoDraft earlier = distinct.putIfAbsent(video.url, video);
      if (earlier != null && video.format != null) {
        earlier.format(video.format);
      }
    }
    return distinct.values();
  }

  private List<VideoDraft> others(@Nullable WebUrl lastResort) {
    List<WebUrl> urls = lastResort != null ? List.of(lastResort) : assembler.urlsElsewhere();
    List<VideoDraft> others = new ArrayList<>(urls.size());
    for (WebUrl url : urls) {
      others.add(VideoDraft.at(url));
    }
    return others;
  }
}
