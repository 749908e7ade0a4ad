package io.github.reelay.cli.command;

/** What the help texts of several commands say in the same words. */
final class SharedHelp {
  static final String ENVIRONMENT =
      "Environment, for toapis (likewise XINGCHAOYIQING and 22CODEX):";
  static final String KEY = "  REELAY_TOAPIS_API_KEY    the key; needed";
  static final String BASE_URL =
      "  REELAY_TOAPIS_BASE_URL   the provider's base URL, if not the documented one";
  static final String PROXY =
      "  REELAY_PROXY             for all: the HTTP proxy, as --proxy; HTTP_PROXY is not read";
  static final String NO_PROXY =
      "  REELAY_NO_PROXY          for all: hosts that are reached without it, as --no-proxy";
  static final String PRIVATE_ADDRESSES =
      "Download from loopback, link-local and private addresses too: for the sandbox, or for a"
          + " video host in your own network.";

  static final String FILE_NAMES =
      "other characters than letters, digits, '.', '_' and '-' stand as in a URL, and a number"
          + " behind '~' says which letters are capital.";

  private SharedHelp() {}
}
