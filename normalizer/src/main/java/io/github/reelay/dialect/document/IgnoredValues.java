package io.github.reelay.dialect.document;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.ValuePlace;
import org.jspecify.annotations.Nullable;

/** A sink that takes nothing; each rule overrides what it takes. */
abstract class IgnoredValues implements TaskValues {
  @Override
  public void text(ValuePlace place, @Nullable String value) {}

  @Override
  public void integer(ValuePlace place, @Nullable Long value) {}

  @Override
  public void number(ValuePlace place, @Nullable Double value) {}

  @Override
  public void bool(ValuePlace place, @Nullable Boolean value) {}

  @Override
  public void time(ValuePlace place, @Nullable Timestamp value) {}

  @Override
  public void scalar(ValuePlace place, @Nullable ScalarValue value) {}

  @Override
  public void error(ValuePlace place, @Nullable ErrorValue value) {}

  @Override
  public void presence(ValuePlace place, boolean shown) {}

  @Override
  public void enter(int index) {}

  @Override
  public void leave() {}
}
