package io.github.reelay.watch.json;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.NotSavedException;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.json.CanonicalJsonWriter;
import io.github.reelay.internal.json.JsonWriter;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes outcomes, events and ends of downloads. Each visitor's method returns the JSON writer with
 * its object still open, so that the caller ends it.
 */
final class WatchJsonWriter
    implements Outcome.Visitor<JsonWriter>,
        TaskEvent.Visitor<JsonWriter>,
        DownloadOutcome.Visitor<JsonWriter> {
  private final JsonWriter json = JsonWriter.line();

  static String line(Outcome outcome) {
    WatchJsonWriter writer = new WatchJsonWriter();
    return writer.members(outcome).end();
  }

  static String line(TaskEvent event) {
    WatchJsonWriter writer = new WatchJsonWriter();
    writer.json.text("kind", Names.of(event.kind()));
    writer.json.text("handle", event.handle());
    return event.accept(writer).end();
  }

  static String line(DownloadOutcome download) {
    return download.accept(new WatchJsonWriter()).end();
  }

  private JsonWriter members(Outcome outcome) {
    json.text("kind", Names.of(outcome.kind()));
    json.text("handle", outcome.handle());
    result("lastResult", outcome.lastResult());
    return outcome.accept(this);
  }

  @Override
  public JsonWriter finished(Outcome.Finished finished) {
    return json;
  }

  @Override
  public JsonWriter unfinished(Outcome.Unfinished unfinished) {
    json.text("nextQueryAt", unfinished.nextQueryAt());
    return json;
  }

  @Override
  public JsonWriter refused(Outcome.Refused refused) {
    json.flag("taskUnknown", refused.taskUnknown());
    return json;
  }

  @Override
  public JsonWriter unreachable(Outcome.Unreachable unreachable) {
    return json;
  }

  @Override
  public JsonWriter changed(TaskEvent.Changed event) {
    result("result", event.result());
    return json;
  }

  @Override
  public JsonWriter suspended(TaskEvent.Suspended event) {
    outcome(event.outcome());
    json.text("nextQueryAt", event.nextQueryAt());
    return json;
  }

  @Override
  public JsonWriter resumed(TaskEvent.Resumed event) {
    return json;
  }

  @Override
  public JsonWriter ended(TaskEvent.Ended event) {
    outcome(event.outcome());
    return json;
  }

  @Override
  public JsonWriter downloadStarted(TaskEvent.DownloadStarted event) {
    json.text("file", event.file());
    return json;
  }

  @Override
  public JsonWriter downloadProgress(TaskEvent.DownloadProgress event) {
    json.number("bytes", event.bytes());
    json.number("total", event.total() < 0 ? null : (Long) event.total());
    return json;
  }

  @Override
  public JsonWriter downloadEnded(TaskEvent.DownloadEnded event) {
    download(event.outcome());
    return json;
  }

  @Override
  public JsonWriter followUpFailed(TaskEvent.FollowUpFailed event) {
    outcome(event.outcome());
    Throwable failure = event.failure();
    json.beginObject("failure");
    json.text("type", RecordedException.type(failure));
    json.text("message", failure.getMessage());
    json.endObject();
    if (failure instanceof NotSavedException notSaved) {
      download(notSaved.outcome());
    }
    return json;
  }

  @Override
  public JsonWriter saved(DownloadOutcome.Saved saved) {
    json.text("handle", saved.handle());
    json.text("file", saved.file());
    json.number("bytes", saved.bytes());
    json.text("sha256", saved.sha256());
    if (saved.alreadyThere()) {
      json.flag("alreadyThere", true);
    }
    return json;
  }

  @Override
  public JsonWriter notSaved(DownloadOutcome.NotSaved notSaved) {
    json.text("handle", notSaved.handle());
    json.text("file", notSaved.file());
    DownloadFailure failure = notSaved.failure();
    json.beginObject("failure");
    json.text("kind", failure.kind().jsonName());
    json.text("message", failure.message());
    json.number("httpStatus", failure.httpStatus());
    CanonicalJsonWriter.failure(json, "provider", failure.provider());
    json.endObject();
    return json;
  }

  private void outcome(Outcome outcome) {
    json.beginObject("outcome");
    members(outcome).endObject();
  }

  private void download(DownloadOutcome download) {
    json.beginObject("download");
    download.accept(this).endObject();
  }

  private void result(String name, @Nullable QueryResult result) {
    if (result != null) {
      json.beginObject(name);
      CanonicalJsonWriter.write(json, result).endObject();
    }
  }
}
