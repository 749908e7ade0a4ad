package io.github.reelay.provider.codex22;

import io.github.reelay.dialect.document.TaskHook;

/** What no document says of 22codex, for tests of mappings that are not the generated one. */
public final class HookOfCodex22 {
  private HookOfCodex22() {}

  public static TaskHook make() {
    return new Codex22Hook();
  }
}
