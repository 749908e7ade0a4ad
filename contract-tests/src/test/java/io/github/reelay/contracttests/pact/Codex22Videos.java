package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.Codex22Bodies.address;
import static io.github.reelay.contracttests.pact.Codex22Bodies.draft;
import static io.github.reelay.contracttests.pact.Codex22Bodies.draftBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.encodings;
import static io.github.reelay.contracttests.pact.Codex22Bodies.flatBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.size;
import static io.github.reelay.contracttests.pact.Codex22Bodies.taskBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where 22codex holds the video of a completed task, pinned: one interaction for each place. */
abstract class Codex22Videos extends Codex22Refusals {
  private static final String TASK =
      "'reportedId':'sora-2:task_01k6x15v',%s'model':'sora-2','prompt':'make animate',%s"
          + "'updatedAt':'2025-10-06T15:14:11.908Z'";
  private static final String MADE_AT = ",'completedAt':'2025-10-06T15:13:51.222531Z'";
  private static final String SIZE = ",'width':352,'height':640}";
  private static final String[] TOP = {"/video_url", "/thumbnail_url", "/width", "/height"};

  static String about(String state, String created) {
    return TASK.formatted(state + ",", created);
  }

  /** The canonical completed task with those members of its video. */
  private String video(String members) {
    String done = is("succeeded", "completed") + ",'progressPercent':100";
    return canonical(about(done, "") + MADE_AT + ",'video':{" + members);
  }

  private static String file(String key, String name) {
    return "'%s':'https://files.example.com/%s'".formatted(key, name);
  }

  static String flat(String state, String rest) {
    return "'reportedId':'video_5c6a605a',%s,'model':'sora-2','createdAt':'2025-10-28T03:30:32Z'%s"
        .formatted(state, rest);
  }

  static String failure(String kind, String words) {
    return ",'failure':{'kind':'%s','origin':'task',%s'httpStatus':200,'retry':'%s'}"
        .formatted(kind, words, kind.equals("video-missing") ? "yes" : "no");
  }

  @Pact(consumer = CONSUMER)
  V4Pact completed(PactBuilder pact) {
    return query(pact, "completed", "a completed task with draft info")
        .answers(
            taskBody(
                "completed",
                body -> {
                  address(body, "video_url", "source");
                  address(body, "thumbnail_url", "thumbnail");
                  size(body);
                },
                detail -> {
                  address(detail, "gif_url", "gif");
                  draft(detail, draft -> {});
                }));
  }

  @Test
  @PactTestFor(pactMethod = "completed")
  void readsACompletedTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            video(
                file("url", "source")
                    + ","
                    + file("thumbnailUrl", "thumbnail")
                    + ","
                    + file("previewUrl", "gif")
                    + SIZE));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedInDetail(PactBuilder pact) {
    return query(pact, "addresses-in-detail", "a completed task with its addresses in the detail")
        .like("completed")
        .without(TOP)
        .answers(
            taskBody(
                "completed",
                detail -> {
                  address(detail, "url", "source");
                  address(detail, "thumbnail_url", "thumbnail");
                  draft(detail, draft -> size(draft));
                }));
  }

  @Test
  @PactTestFor(pactMethod = "completedInDetail")
  void readsTheAddressesInTheDetail(MockServer server) {
    assertThat(read(server))
        .isEqualTo(video(file("url", "source") + "," + file("thumbnailUrl", "thumbnail") + SIZE));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedInDraft(PactBuilder pact) {
    return query(pact, "addresses-in-draft", "a completed task with its addresses in the draft")
        .like("completed")
        .without(TOP)
        .without("/detail/url", "/detail/thumbnail_url", "/detail/gif_url")
        .answers(
            draftBody(
                draft -> {
                  address(draft, "url", "source");
                  encodings(draft, "thumbnail", "gif");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "completedInDraft")
  void readsTheAddressesInTheDraft(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            video(
                file("url", "source")
                    + ","
                    + file("thumbnailUrl", "thumbnail")
                    + ","
                    + file("previewUrl", "gif")
                    + "}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedDownloadable(PactBuilder pact) {
    return query(
            pact, "address-downloadable", "a completed task with an address for downloading only")
        .like("completed")
        .without(TOP)
        .without("/detail/url", "/detail/draft_info/url")
        .answers(draftBody(draft -> address(draft, "downloadable_url", "source")));
  }

  @Test
  @PactTestFor(pactMethod = "completedDownloadable")
  void readsTheAddressForDownloading(MockServer server) {
    assertThat(read(server)).isEqualTo(video(file("url", "source") + "}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedInSource(PactBuilder pact) {
    return query(
            pact, "address-in-source", "a completed task with an address among the encodings only")
        .like("completed")
        .without(TOP)
        .without("/detail/url", "/detail/draft_info/url", "/detail/draft_info/downloadable_url")
        .answers(draftBody(draft -> encodings(draft, "source")));
  }

  @Test
  @PactTestFor(pactMethod = "completedInSource")
  void readsTheAddressAmongTheEncodings(MockServer server) {
    assertThat(read(server)).isEqualTo(video(file("url", "source") + "}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedWithWatermark(PactBuilder pact) {
    return query(
            pact,
            "address-with-watermark",
            "a completed task with a watermark, its size in the pending info")
        .like("completed")
        .without(TOP)
        .without(
            "/detail/url",
            "/detail/draft_info/url",
            "/detail/draft_info/downloadable_url",
            "/detail/draft_info/encodings/source",
            "/detail/draft_info/width",
            "/detail/draft_info/height")
        .with("/detail/pending_info", Map.of("width", 352, "height", 640))
        .answers(
            taskBody(
                "completed",
                detail -> {
                  detail.object("pending_info", pending -> size(pending));
                  draft(detail, draft -> encodings(draft, "source_wm"));
                }));
  }

  @Test
  @PactTestFor(pactMethod = "completedWithWatermark")
  void readsTheSizeInThePendingInfo(MockServer server) {
    assertThat(read(server)).isEqualTo(video(file("url", "source_wm") + SIZE));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedWithoutVideo(PactBuilder pact) {
    return query(pact, "completed-without-video", "a completed task without a video")
        .answers(
            taskBody(
                "completed",
                body -> body.nullValue("video_url"),
                detail -> draft(detail, draft -> {})));
  }

  @Test
  @PactTestFor(pactMethod = "completedWithoutVideo")
  void readsACompletedTaskWithoutAVideoAsFailed(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                about(is("failed", "completed"), "") + MADE_AT + failure("video-missing", "")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact flatCompleted(PactBuilder pact) {
    return query(pact, "flat-completed", "a flat completed task")
        .answers(
            flatBody(
                "completed",
                body -> {
                  address(body, "video_url", "1");
                  body.stringMatcher("size", "\\d+x\\d+", "1280x720");
                  body.stringMatcher("seconds", "\\d+", "10");
                  integer(body, "completed_at", 1761622385);
                }));
  }

  @Test
  @PactTestFor(pactMethod = "flatCompleted")
  void readsAFlatCompletedTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                flat(
                    is("succeeded", "completed") + ",'progressPercent':100",
                    ",'completedAt':'2025-10-28T03:33:05Z','video':{"
                        + file("url", "1")
                        + ",'durationSeconds':10.0,'width':1280,'height':720}")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact flatExpiring(PactBuilder pact) {
    return query(pact, "flat-expiring", "a flat completed task that says when its video expires")
        .like("flat-completed")
        .without("/seconds", "/size", "/completed_at", "/progress")
        .with("/expires_at", 1761708785L)
        .answers(
            flatBody(
                "completed",
                body -> {
                  address(body, "video_url", "source");
                  integer(body, "expires_at", 1761708785);
                }));
  }

  @Test
  @PactTestFor(pactMethod = "flatExpiring")
  void readsWhenAFlatVideoExpires(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                flat(
                    is("succeeded", "completed") + ",'progressPercent':100",
                    ",'video':{"
                        + file("url", "source")
                        + ",'expiresAt':'2025-10-29T03:33:05Z'}")));
  }
}
