package io.github.reelay.cli.saved;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.json.SavedResponse;
import io.github.reelay.json.SavedResponseJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads JSON Lines of saved responses and prints JSON Lines of results, one at a time. */
public final class SavedResponses {
  /** Room for the largest body that is read, each byte escaped with two, and the rest. */
  static final int LONGEST_LINE = 17 << 20;

  private final CommandContext context;
  private final Dialects dialects;
  private boolean allWereResponses = true;

  /** Reads nothing yet; prints to the outputs of the context. */
  public SavedResponses(CommandContext context, Dialects dialects) {
    this.context = context;
    this.dialects = dialects;
  }

  /**
   * Prints one line of canonical JSON for each saved response, in the same order.
   *
   * @param file JSON Lines; {@code -} for standard input
   * @return done if every line was a saved response, usage if one was none, broken if standard
   *     output is closed
   * @throws UsageException if the file cannot be read
   */
  public ExitStatus print(String file) {
    return new Input(context.stdin(), file).read(this::print);
  }

  private ExitStatus print(InputStream in) throws IOException {
    LineSplitter lines = new LineSplitter(in, LONGEST_LINE);
    for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
      try {
        print(line);
      } catch (IllegalArgumentException | UsageException noResponse) {
        allWereResponses = false;
        context.say("line " + line.number() + ": " + noResponse.getMessage());
      }
      // A caller that writes line by line gets each result before its next line.
      if (lines.isDrained() && context.stdout().checkError()) {
        return ExitStatus.BROKEN;
      }
    }
    return allWereResponses ? ExitStatus.DONE : ExitStatus.USAGE;
  }

  private void print(LineSplitter.Line line) {
    String text = text(line);
    if (text.isBlank()) {
      return;
    }
    SavedResponse saved = SavedResponseJson.parse(text);
    QueryResult result =
        dialects.get(saved.provider()).read(saved.provider(), saved.id(), saved.response());
    context.result(CanonicalJson.line(result));
  }

  /**
   * The line as text.
   *
   * @throws UsageException if it is too long or no UTF-8
   */
  static String text(LineSplitter.Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      throw new UsageException(
          "expected a saved response of at most " + LONGEST_LINE + " bytes, found a longer line");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return line.number() == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notText) {
      throw new UsageException("expected UTF-8 text, found other bytes");
    }
  }
}
