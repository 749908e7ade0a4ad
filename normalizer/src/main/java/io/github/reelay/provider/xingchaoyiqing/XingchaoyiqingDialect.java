package io.github.reelay.provider.xingchaoyiqing;

import io.github.reelay.client.xingchaoyiqing.VideoTasksApi;
import io.github.reelay.client.xingchaoyiqing.VideoTasksMapping;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.document.DocumentedDialect;

/** The dialect of xingchaoyiqing. Source: xingchaoyiqing.yaml, operation getVideoTask. */
public final class XingchaoyiqingDialect extends DocumentedDialect {

  /** For {@link java.util.ServiceLoader}, and for programs that name the dialect explicitly. */
  public XingchaoyiqingDialect() {
    super(new VideoTasksMapping());
  }

  @Override
  public ClientBinding<?> binding() {
    return new ClientBinding<>(VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw);
  }
}
