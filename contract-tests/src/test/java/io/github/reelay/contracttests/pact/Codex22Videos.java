package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.Codex22Bodies.address;
import static io.github.reelay.contracttests.pact.Codex22Bodies.draft;
import static io.github.reelay.contracttests.pact.Codex22Bodies.draftBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.encodings;
import static io.github.reelay.contracttests.pact.Codex22Bodies.flatBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.size;
import static io.github.reelay.contracttests.pact.Codex22Bodies.taskBody;
import static io.github.reelay.contracttests.pact.Codex22PactTest.query;
import static io.github.reelay.contracttests.pact.PactBodies.integer;
import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.PactBodies.status;

import java.util.List;
import java.util.Map;

/** Where 22codex holds the video of a completed task, pinned: one interaction for each place. */
final class Codex22Videos {
  private static final String[] TOP = {"/video_url", "/thumbnail_url", "/width", "/height"};

  static final List<PactCase> CASES =
      List.of(
          query("completed", "a completed task with draft info")
              .responds(
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
                      }))
              .reads(
                  "readsACompletedTask",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"sora-2","prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:13:51.222531Z",
                   "video":{"url":"https://files.example.com/source",
                   "thumbnailUrl":"https://files.example.com/thumbnail",
                   "previewUrl":"https://files.example.com/gif","width":352,"height":640},
                   "findings":[]}
                  """),
          query("completed-lean", "a completed task with its address alone")
              .like("completed")
              .without("/detail", "/width", "/height", "/thumbnail_url", "/status_update_time")
              .responds(
                  json(
                      body -> {
                        body.stringType("id", "sora-2:task_01k6x15v");
                        status(body, "completed");
                        address(body, "video_url", "source");
                      }))
              .reads(
                  "readsACompletedTaskWithItsAddressAlone",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"sora-2","video":{"url":"https://files.example.com/source"},
                   "findings":[]}
                  """),
          query("addresses-in-detail", "a completed task with its addresses in the detail")
              .like("completed")
              .without(TOP)
              .responds(
                  taskBody(
                      "completed",
                      detail -> {
                        address(detail, "url", "source");
                        address(detail, "thumbnail_url", "thumbnail");
                        draft(detail, draft -> size(draft));
                      }))
              .reads(
                  "readsTheAddressesInTheDetail",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"sora-2","prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:13:51.222531Z",
                   "video":{"url":"https://files.example.com/source",
                   "thumbnailUrl":"https://files.example.com/thumbnail","width":352,"height":640},
                   "findings":[]}
                  """),
          query("addresses-in-draft", "a completed task with its addresses in the draft")
              .like("completed")
              .without(TOP)
              .without("/detail/url", "/detail/thumbnail_url", "/detail/gif_url")
              .responds(
                  draftBody(
                      draft -> {
                        address(draft, "url", "source");
                        encodings(draft, "thumbnail", "gif");
                      }))
              .reads(
                  "readsTheAddressesInTheDraft",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"sora-2","prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:13:51.222531Z",
                   "video":{"url":"https://files.example.com/source",
                   "thumbnailUrl":"https://files.example.com/thumbnail",
                   "previewUrl":"https://files.example.com/gif"},"findings":[]}
                  """),
          query("address-downloadable", "a completed task with an address for downloading only")
              .like("completed")
              .without(TOP)
              .without("/detail/url", "/detail/draft_info/url")
              .responds(draftBody(draft -> address(draft, "downloadable_url", "source")))
              .reads(
                  "readsTheAddressForDownloading",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"sora-2","prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:13:51.222531Z",
                   "video":{"url":"https://files.example.com/source"},"findings":[]}
                  """),
          query("address-in-source", "a completed task with an address among the encodings only")
              .like("completed")
              .without(TOP)
              .without(
                  "/detail/url", "/detail/draft_info/url", "/detail/draft_info/downloadable_url")
              .responds(draftBody(draft -> encodings(draft, "source")))
              .reads(
                  "readsTheAddressAmongTheEncodings",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"sora-2","prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:13:51.222531Z",
                   "video":{"url":"https://files.example.com/source"},"findings":[]}
                  """),
          query(
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
              .responds(
                  taskBody(
                      "completed",
                      detail -> {
                        detail.object("pending_info", pending -> size(pending));
                        draft(detail, draft -> encodings(draft, "source_wm"));
                      }))
              .reads(
                  "readsTheSizeInThePendingInfo",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"sora-2","prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:13:51.222531Z",
                   "video":{"url":"https://files.example.com/source_wm","width":352,"height":640},
                   "findings":[{"kind":"undocumented-presence","pointer":"/detail/pending_info",
                   "detail":"documented on tasks of another status only"}]}
                  """),
          query("completed-without-video", "a completed task without a video")
              .responds(
                  taskBody(
                      "completed",
                      body -> body.nullValue("video_url"),
                      detail -> draft(detail, draft -> {})))
              .reads(
                  "readsACompletedTaskWithoutAVideoAsFailed",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"failed",
                   "providerStatus":"completed","terminal":true,"model":"sora-2",
                   "prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:13:51.222531Z","failure":{"kind":"video-missing",
                   "origin":"task","httpStatus":200,"retry":"yes"},"findings":[]}
                  """),
          query("flat-completed", "a flat completed task")
              .responds(
                  flatBody(
                      "completed",
                      body -> {
                        address(body, "video_url", "1");
                        body.stringMatcher("size", "\\d+x\\d+", "1280x720");
                        body.stringMatcher("seconds", "\\d+", "10");
                        integer(body, "completed_at", 1761622385);
                      }))
              .reads(
                  "readsAFlatCompletedTask",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"video_5c6a605a","status":"succeeded","providerStatus":"completed",
                   "terminal":true,"progressPercent":100,"model":"sora-2",
                   "createdAt":"2025-10-28T03:30:32Z","completedAt":"2025-10-28T03:33:05Z",
                   "video":{"url":"https://files.example.com/1","durationSeconds":10.0,"width":1280,
                   "height":720},"findings":[]}
                  """),
          query("flat-expiring", "a flat completed task that says when its video expires")
              .like("flat-completed")
              .without("/seconds", "/size", "/completed_at", "/progress")
              .with("/expires_at", 1761708785L)
              .responds(
                  flatBody(
                      "completed",
                      body -> {
                        address(body, "video_url", "source");
                        integer(body, "expires_at", 1761708785);
                      }))
              .reads(
                  "readsWhenAFlatVideoExpires",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"video_5c6a605a","status":"succeeded","providerStatus":"completed",
                   "terminal":true,"progressPercent":100,"model":"sora-2",
                   "createdAt":"2025-10-28T03:30:32Z",
                   "video":{"url":"https://files.example.com/source",
                   "expiresAt":"2025-10-29T03:33:05Z"},"findings":[]}
                  """));

  private Codex22Videos() {}
}
