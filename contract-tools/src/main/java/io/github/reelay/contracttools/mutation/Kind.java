package io.github.reelay.contracttools.mutation;

import java.util.Locale;

/** The kinds of mutation, each with what it can reach. */
enum Kind {
  CHANGE_SERVER(Bearing.REQUEST),
  CHANGE_PATH(Bearing.REQUEST),
  CHANGE_METHOD(Bearing.REQUEST),
  RENAME_OPERATION(Bearing.REQUEST),
  RENAME_TAG(Bearing.REQUEST),
  RENAME_PARAMETER(Bearing.REQUEST),
  MOVE_PARAMETER(Bearing.REQUEST),
  CHANGE_PARAMETER(Bearing.REQUEST),
  DROP_SECURITY(Bearing.REQUEST),
  CHANGE_SECURITY(Bearing.REQUEST),
  DROP_RESPONSE(Bearing.RESPONSE),
  CHANGE_STATUS(Bearing.RESPONSE),
  CHANGE_MEDIA_TYPE(Bearing.RESPONSE),
  CHANGE_BODY(Bearing.RESPONSE),
  DROP_EXAMPLE(Bearing.RESPONSE),
  DROP_HEADER(Bearing.HEADER),
  RENAME_HEADER(Bearing.HEADER),
  RENAME_SCHEMA(Bearing.NAME),
  RENAME_PROPERTY(Bearing.PRESENCE),
  DROP_PROPERTY(Bearing.PRESENCE),
  CHANGE_TYPE(Bearing.VALUE),
  CHANGE_FORMAT(Bearing.VALUE),
  CHANGE_SHAPE(Bearing.VALUE),
  CHANGE_TIME(Bearing.VALUE),
  CHANGE_REFERENCE(Bearing.VALUE),
  DROP_WORD(Bearing.PRESENCE),
  RENAME_WORD(Bearing.PRESENCE),
  DROP_NULLABLE(Bearing.NONE),
  DROP_REQUIRED(Bearing.NONE),
  REWORD(Bearing.NONE);

  private final Bearing bearing;

  Kind(Bearing bearing) {
    this.bearing = bearing;
  }

  Bearing bearing() {
    return bearing;
  }

  /** As a table has it: {@code drop property}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
