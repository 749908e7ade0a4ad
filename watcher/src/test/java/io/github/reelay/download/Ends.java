package io.github.reelay.download;

/**
 * What comes of a response.
 *
 * @param query what a query ends with: a status and what its body is, with "kept" if its connection
 *     is used again; "late" for its deadline; or what is found in place of a response
 * @param download what a download ends with: "saved"; or the kind of its failure and its sentence,
 *     of which the common one is left out but for what is found; and how many bytes are kept
 */
record Ends(String query, String download) {
  static final Ends WHOLE = ends("200 whole, kept", "saved");

  /** The connection is not used again. */
  static final Ends WHOLE_ONCE = ends("200 whole", "saved");

  static final Ends NO_HTTP = found("a response that is not HTTP");
  static final Ends TOO_LONG = found("more or longer header lines than allowed");
  static final Ends EARLY = found("that it ends early");
  static final Ends BROKEN = found("the connection broken");
  static final Ends BAD_CHUNK = found("something else (MalformedChunkCodingException)");
  static final Ends BAD_GZIP = found("damaged gzip data");
  static final Ends LATE = ends("late", "STALLED, found next to nothing coming");
  static final Ends NOTHING =
      ends(
          "found the connection closed without one",
          "UNREACHABLE, found that it hangs up without a response");

  static Ends ends(String query, String download) {
    return new Ends(query, download);
  }

  /** The same for both. */
  private static Ends found(String found) {
    return ends("found " + found, "UNREACHABLE, found " + found);
  }

  /** The same, where a download can be resumed. */
  Ends keeping(int bytes) {
    return ends(query, download + ", keeps " + bytes);
  }
}
