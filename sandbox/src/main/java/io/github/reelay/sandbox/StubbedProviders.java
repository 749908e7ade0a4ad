package io.github.reelay.sandbox;

import java.util.List;

/** The providers that every sandbox stands in for. */
final class StubbedProviders {
  static final List<String> NAMES =
      List.of(
          "toapis", //
          "xingchaoyiqing",
          "22codex");

  private StubbedProviders() {}
}
