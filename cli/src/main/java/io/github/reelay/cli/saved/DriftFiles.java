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

/** Reads files of saved responses into a counter, one response at a time. */
public final class DriftFiles {
  private final CommandContext context;
  private final Dialects dialects;
  private final @Nullable Dialect only;
  private final DriftCounter counter;
  private long skipped;
  private boolean allWereResponses = true;

  /**
   * Opens nothing yet.
   *
   * @param provider whose responses count; null for those of all
   * @throws UsageException if there is no such provider
   */
  public DriftFiles(
      CommandContext context, Dialects dialects, @Nullable String provider, DriftCounter counter) {
    this.context = context;
    this.dialects = dialects;
    this.only = provider == null ? null : withContract(dialects.get(provider));
    this.counter = counter;
  }

  private static Dialect withContract(Dialect dialect) {
    if (!dialect.hasContract()) {
      throw new UsageException(
          "expected a provider with a contract, found '"
              + dialect
              + "', whose document says nothing of types and other members; 'reelay normalize'"
              + " reads its responses");
    }
    return dialect;
  }

  /** How many responses were left out because they are of another provider than the one given. */
  public long skipped() {
    return skipped;
  }

  /**
   * False if something was reported: a file that cannot be read, a body without {@code --provider},
   * a line that is no response, or a provider that is unknown or has no contract.
   */
  public boolean allWereResponses() {
    return allWereResponses;
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
    if (InputFormat.of(head) == InputFormat.RESPONSES) {
      responses(name, new SequenceInputStream(new ByteArrayInputStream(head), in));
    } else if (only == null) {
      report(name + ": expected --provider P with a body, found none");
    } else {
      count(only, null, RecordedResponse.ofBody(head), name);
    }
    return true;
  }

  private void responses(String name, InputStream in) throws IOException {
    LineSplitter lines = new LineSplitter(in, SavedResponses.LONGEST_LINE);
    for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
      try {
        response(name, line);
      } catch (IllegalArgumentException | UsageException noResponse) {
        report(name + ": line " + line.number() + ": " + noResponse.getMessage());
      }
    }
  }

  private void response(String name, LineSplitter.Line line) {
    String text = SavedResponses.text(line);
    if (text.isBlank()) {
      return;
    }
    SavedResponse saved = SavedResponseJson.parse(text);
    if (only == null || only.profile().name().equals(saved.provider())) {
      Dialect dialect = withContract(dialects.get(saved.provider()));
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
    allWereResponses = false;
    context.say(sentence);
  }
}
