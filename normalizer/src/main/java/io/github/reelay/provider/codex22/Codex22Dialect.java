package io.github.reelay.provider.codex22;

import io.github.reelay.client.codex22.VideoTasksApi;
import io.github.reelay.client.codex22.VideoTasksMapping;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.document.DocumentedDialect;

/** The dialect of 22codex. Source: 22codex.yaml, operation getVideoTask. */
public final class Codex22Dialect extends DocumentedDialect {

  /** For {@link java.util.ServiceLoader}, and for programs that name the dialect explicitly. */
  public Codex22Dialect() {
    super(new VideoTasksMapping(), new Codex22Hook());
  }

  @Override
  public ClientBinding<?> binding() {
    return new ClientBinding<>(VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw);
  }
}
