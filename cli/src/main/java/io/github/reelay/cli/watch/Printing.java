package io.github.reelay.cli.watch;

/** What goes to standard output, and when. */
public enum Printing {
  /** Each result that differs from the one before, immediately. */
  CHANGES,
  /** Each task when it has ended. */
  ENDS,
  /** Each task when all have ended, in the order in which they were named. */
  IN_ORDER,
  /** Each video that is on the disk. */
  VIDEOS
}
