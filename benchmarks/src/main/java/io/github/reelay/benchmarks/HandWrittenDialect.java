package io.github.reelay.benchmarks;

import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;

/** xingchaoyiqing with {@link HandWrittenMapper} in place of the generated mapping. */
final class HandWrittenDialect extends Dialect {
  private static final Dialect GENERATED = new XingchaoyiqingDialect();

  HandWrittenDialect() {
    super(GENERATED.profile(), new HandWrittenMapper());
  }

  @Override
  public ClientBinding<?> binding() {
    return GENERATED.binding();
  }
}
