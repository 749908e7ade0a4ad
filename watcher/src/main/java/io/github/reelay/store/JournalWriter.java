package io.github.reelay.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Collection;

/**
 * Writes lines in pieces. A batch of several lines has marks at both ends and between, close enough
 * that one lies whole in every page of 4096 bytes: whichever page a power loss spares shows how far
 * the batch goes. A batch of one line needs none.
 */
final class JournalWriter {
  private static final int PIECE = 1 << 16;
  private static final int PAGE = 4096;

  /** How many bytes of lines may lie between two marks. */
  private static final int BETWEEN = PAGE - 2 * BatchMark.LENGTH;

  private final FileOperations files;
  private final JournalEncoder piece = new JournalEncoder();
  private final JournalEncoder measured = new JournalEncoder();

  JournalWriter(FileOperations files) {
    this.files = files;
  }

  /** Writes text and then lines; returns how many bytes that were. */
  long lines(RandomAccessFile to, String head, Iterable<JournalLine> lines) throws IOException {
    piece.clear();
    piece.add(head);
    long length = 0;
    for (JournalLine line : lines) {
      piece.add(line);
      length += flush(to, PIECE);
    }
    return length + flush(to, 0);
  }

  /** Writes a batch with its marks from an offset on; returns how many bytes that were. */
  long batch(RandomAccessFile to, long from, String gap, Collection<JournalLine> lines)
      throws IOException {
    if (lines.size() == 1) {
      return lines(to, gap, lines);
    }
    BatchMark mark = new BatchMark(from, from + gap.length() + measure(lines));
    piece.clear();
    piece.add(gap);
    piece.add(mark.line());
    int behindMark = 0;
    for (JournalLine line : lines) {
      int length = length(line);
      if (behindMark > 0 && behindMark + length > BETWEEN) {
        piece.add(mark.line());
        behindMark = 0;
      }
      piece.add(line);
      behindMark += length;
      flush(to, PIECE);
    }
    piece.add(mark.line());
    flush(to, 0);
    return mark.to() - from;
  }

  /** How many bytes a batch takes with its marks. */
  private long measure(Collection<JournalLine> lines) {
    long all = 2L * BatchMark.LENGTH;
    int behindMark = 0;
    for (JournalLine line : lines) {
      int length = length(line);
      if (behindMark > 0 && behindMark + length > BETWEEN) {
        all += BatchMark.LENGTH;
        behindMark = 0;
      }
      behindMark += length;
      all += length;
    }
    return all;
  }

  private int length(JournalLine line) {
    measured.clear();
    measured.add(line);
    return measured.length();
  }

  /** Writes the buffer if it has that many bytes; returns how many were written. */
  private long flush(RandomAccessFile to, int least) throws IOException {
    int length = piece.length();
    if (length < least) {
      return 0;
    }
    files.write(to, piece.bytes(), length);
    piece.clear();
    return length;
  }
}
