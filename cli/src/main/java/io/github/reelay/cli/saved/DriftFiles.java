package io.github.reelay.cli.saved;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.drift.DriftCounter;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.SavedResponse;
import io.github.reelay.json.SavedResponseJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/** Reads files of saved answers into a counter, one answer at a time. */
public final class DriftFiles {
  private final CommandContext context;
  private final Dialects dialects = new Dialects();
  private final @Nullable Dialect asked;
  private final DriftCounter counter;
  private long skipped;
  private boolean allWereAnswers = true;

  /**
   * Opens nothing yet.
   *
   * @param provider whose answers count; null for those of all
   * @throws UsageException if there is no such provider
   */
  public DriftFiles(CommandContext context, @Nullable String provider, DriftCounter counter) {
    this.context = context;
    this.asked = provider == null ? null : dialects.get(provider);
    this.counter = counter;
  }

  /** How many exchanges were of another provider. */
  public long skipped() {
    return skipped;
  }

  /** Whether nothing had to be reported. */
  public boolean allWereAnswers() {
    return allWereAnswers;
  }

  /** Counts what a file holds; what cannot be read is reported. */
  public void count(String file) {
    try {
      new Input(context.stdin(), file).read(in -> count(file, in));
    } catch (UsageException unreadable) {
      report(String.valueOf(unreadable.getMessage()));
    }
  }

  private boolean count(String file, InputStream in) throws IOException {
    String name = file.equals("-") ? "standard input" : file;
    byte[] head = in.readNBytes(SavedBody.READ_BYTES);
    if (InputFormat.of(head) == InputFormat.EXCHANGES) {
      exchanges(name, new SequenceInputStream(new ByteArrayInputStream(head), in));
    } else if (asked == null) {
      report(name + ": expected --provider P beside a body, found none");
    } else {
      count(asked, null, RecordedResponse.ofBody(head), name);
    }
    return true;
  }

  private void exchanges(String name, InputStream in) throws IOException {
    LineSplitter lines = new LineSplitter(in, SavedResponses.LONGEST_LINE);
    for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
      try {
        exchange(name, line);
      } catch (IllegalArgumentException | UsageException noExchange) {
        report(name + ": line " + line.number() + ": " + noExchange.getMessage());
      }
    }
  }

  private void exchange(String name, LineSplitter.Line line) {
    String text = SavedResponses.text(line);
    if (text.isBlank()) {
      return;
    }
    SavedResponse saved = SavedResponseJson.parse(text);
    if (asked == null || asked.profile().name().equals(saved.provider())) {
      Dialect dialect = dialects.get(saved.provider());
      count(dialect, saved.id(), saved.response(), name + ":" + line.number());
    } else {
      skipped++;
    }
  }

  private void count(
      Dialect dialect, @Nullable String id, RecordedResponse response, String place) {
    counter.saved(dialect.read(dialect.profile().name(), id, response), response, place);
  }

  private void report(String sentence) {
    allWereAnswers = false;
    context.say(sentence);
  }
}
