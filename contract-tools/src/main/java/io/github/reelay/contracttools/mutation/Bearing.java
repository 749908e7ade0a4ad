package io.github.reelay.contracttools.mutation;

/** What a kind of mutation can reach. */
enum Bearing {
  /** What is sent; all of it is depended on. */
  REQUEST,
  /** Which responses there are and what they hold; all of it is depended on. */
  RESPONSE,
  /**
   * Whether the reader knows a member or a word: where the mapper reads it or an example shows it.
   */
  PRESENCE,
  /** What the reader makes of a value: where the mapper reads it. */
  VALUE,
  /** A name of a generated record: where the mapper's source names it. */
  NAME,
  /** A header of a response: where the mapper reads it. */
  HEADER,
  /** Nothing that the reader, the mapper or the request looks at. */
  NONE
}
