package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.ALL;
import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A status text is read by the table of docs/rules.md; an unknown one is kept. */
class StatusRulesTest {

  @DisplayName("Any word of the table counts at every provider, whichever column it is in")
  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          queued: queued, submitted, pending, created, waiting, not_start, starting, preparing
          queued: initializing, queueing, queuing, queue, in_queue, inqueue, enqueued, wait
          queued: not_started, notstart, NotStarted, submitting, submit, scheduled, scheduling
          queued: accepted, received, new, init, initialized, initiated, assigned, dispatching
          queued: dispatched, THROTTLED, Staged
          running: in_progress, processing, running, generating, uploading, post_processing
          running: InProgress, progress, in_process, inprocess, started, executing, working, doing
          running: active, rendering, dreaming, encoding, transcoding, upscaling, downloading
          running: saving, finalizing, pre_processing, preprocessing, postprocessing
          running: in_generation, retrying, cancelling, canceling, upsampling, image_downloading
          running: VIDEO_GENERATING, video_generation_completed, video_upsampling
          running: video_upsampling_completed
          succeeded: OK, successful, successed, succ, finish
          succeeded: completed, complete, success, succeeded, succeed, finished, done, ready
          failed: failed, failure, fail, error, timeout
          failed: REJECTED, errored, TimedOut, timed-out, time_out, crashed, nsfw
          failed: Content Moderated, Request Moderated, video_generation_failed
          cancelled: cancelled, canceled, aborted, terminated, revoked
          expired: expired
          unknown: no_such_word, null, none, complet, completed_, _completed, 0, success!
          unknown: paused, blocked, stopped, partial, deleted, invalid, dead, suspended, moderated
          unknown: video_upsampling_failed
          """)
  void knowsEveryWord(String status, String words) {
    for (Dialect dialect : ALL) {
      for (String word : words.split(", ")) {
        VideoTask task = task(dialect, withUrl("'status':'" + word + "'"));

        assertThat(task.status().jsonName()).as("%s at %s", word, dialect).isEqualTo(status);
        assertThat(task.providerStatus()).isEqualTo(word);
      }
    }
  }

  private static String withUrl(String member) {
    return "{'id':'t1',"
        + member
        + ",'url':'https://v.example/1','video_url':'https://v.example/1'}";
  }

  @DisplayName("A word is trimmed, its case ignored, and blanks and hyphens are underscores")
  @ParameterizedTest
  @ValueSource(
      strings = {"in_progress", "IN_PROGRESS", "In-Progress", "in progress", " \tin_progress\n "})
  void takesWordsLoosely(String word) {
    String escaped = word.replace("\t", "\\t").replace("\n", "\\n");

    VideoTask task = task(TOAPIS, "{'id':'t1','status':'" + escaped + "'}");

    assertThat(task.status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(task.providerStatus()).as("as received, trimmed").isEqualTo(word.strip());
  }

  @DisplayName("Case is ignored in no language in particular")
  @Test
  void lowersCaseWithoutLanguage() {
    assertThat(task(TOAPIS, "{'id':'t1','status':'FAİLED'}").status())
        .isEqualTo(TaskStatus.UNKNOWN);
    assertThat(task(TOAPIS, "{'id':'t1','status':'FINISHED'}").status())
        .isEqualTo(TaskStatus.FAILED); // completed without a URL
  }

  @DisplayName("An unknown word is neither queued nor failed, and is kept")
  @Test
  void keepsUnknownWords() {
    assertThat(line(XING, "{'id':'t1','status':' Paused ','error':null}"))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'unknown',"
                    + "'providerStatus':'Paused','terminal':false,'findings':["
                    + "{'kind':'undocumented-value','pointer':'/status',"
                    + "'detail':'the contract does not name this word'}]}"));
  }

  @DisplayName("Only succeeded, failed, cancelled and expired are terminal")
  @Test
  void namesTerminalStates() {
    assertThat(TaskStatus.values())
        .filteredOn(TaskStatus::terminal)
        .containsExactly(
            TaskStatus.SUCCEEDED, TaskStatus.FAILED, TaskStatus.CANCELLED, TaskStatus.EXPIRED);
  }

  @DisplayName("A cancelled or expired task has no failure, whatever its error says")
  @Test
  void cancelledHasNoFailure() {
    assertThat(line(XING, "{'id':'t1','status':'cancelled','error':'stopped'}"))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'cancelled',"
                    + "'providerStatus':'cancelled','terminal':true,'findings':["
                    + "{'kind':'ignored-value','pointer':'/error',"
                    + "'detail':'a reason on a task that did not fail'}]}"));
    assertThat(line(TOAPIS, "{'id':'t1','status':'expired'}"))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'expired','providerStatus':'expired',"
                    + "'terminal':true,'findings':[{'kind':'undocumented-value',"
                    + "'pointer':'/status','detail':'the contract does not name this word'}]}"));
  }

  @DisplayName("CC11: pending at 22codex runs once something inside says so")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          queued  | {}
          queued  | {'status':null,'progress_pct':null}
          queued  | {'progress_pct':0}
          queued  | {'progress_pct':0.0}
          queued  | {'progress_pct':-0.5}
          queued  | {'status':'queued'}
          queued  | {'status':'paused'}
          queued  | {'status':'completed'}
          queued  | {'status':'failed'}
          running | {'status':'processing'}
          running | {'status':'Processing'}
          running | {'status':'in progress'}
          running | {'progress_pct':0.0001}
          running | {'progress_pct':'1%'}
          running | {'status':'queued','progress_pct':0.93}
          """)
  void pendingRunsOnceStarted(String status, String pendingInfo) {
    String detail = ",'detail':{'status':'pending','pending_info':" + pendingInfo + "}}";

    for (String word : new String[] {"pending", " PENDING "}) {
      VideoTask task = task(CODEX, "{'id':'t1','status':'" + word + "'" + detail);

      assertThat(task.status().jsonName()).isEqualTo(status);
      assertThat(task.providerStatus()).isEqualTo(word.strip());
    }
  }

  @DisplayName("At 22codex only pending is decided by what is inside")
  @ParameterizedTest
  @CsvSource({"queued, queued", "failed, failed", "paused, unknown", "submitted, queued"})
  void otherWordsDecideAlone(String word, String status) {
    String detail = "'detail':{'pending_info':{'status':'processing','progress_pct':0.5}}";

    VideoTask task = task(CODEX, "{'id':'t1','status':'" + word + "'," + detail + "}");

    assertThat(task.status().jsonName()).isEqualTo(status);
  }

  @DisplayName("CC10: the top-level word decides; an inner terminal word is a conflict only")
  @ParameterizedTest
  @CsvSource({
    "pending, completed, queued, true",
    "pending, failed, queued, true",
    "pending, Cancelled, queued, true",
    "processing, completed, running, true",
    "completed, failed, succeeded, true",
    "failed, completed, failed, true",
    "no_word, completed, unknown, true",
    "completed, completed, succeeded, false",
    "completed, succeeded, succeeded, false",
    "failed, error, failed, false",
    "pending, pending, queued, false",
    "completed, pending, succeeded, false",
    "completed, no_word, succeeded, false"
  })
  void innerWordsChangeNothing(String top, String inner, String status, boolean conflict) {
    String body = withUrl("'status':'" + top + "','detail':{'status':'" + inner + "'}");

    assertThat(task(CODEX, body).status().jsonName()).isEqualTo(status);
    assertThat(findings(CODEX, body).contains("status-conflict /detail/status"))
        .isEqualTo(conflict);
  }

  @DisplayName("A completed task without video agrees with its inner completed")
  @Test
  void videoMissingIsNoConflict() {
    assertThat(findings(CODEX, "{'id':'t1','status':'completed','detail':{'status':'completed'}}"))
        .isEmpty();
  }
}
