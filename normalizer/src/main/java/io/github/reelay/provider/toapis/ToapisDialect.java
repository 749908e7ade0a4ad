package io.github.reelay.provider.toapis;

import io.github.reelay.client.toapis.VideoTasksApi;
import io.github.reelay.client.toapis.VideoTasksMapping;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.document.DocumentedDialect;

/** The dialect of toapis. Source: toapis.yaml, operation getVideoTask. */
public final class ToapisDialect extends DocumentedDialect {

  /** For {@link java.util.ServiceLoader}, and for programs that name the dialect explicitly. */
  public ToapisDialect() {
    super(new VideoTasksMapping());
  }

  @Override
  public ClientBinding<?> binding() {
    return new ClientBinding<>(VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw);
  }
}
