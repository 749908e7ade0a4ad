package io.github.reelay.cli.command;

import io.github.reelay.network.NetworkSettings;

/** What the help texts of several commands say in the same words. */
final class SharedHelp {
  /** These stand for what {@link EnvironmentFooter} puts in their place. */
  static final String OTHER_PROVIDERS = "{others}";

  static final String KEY_NAME = "{key}";
  static final String BASE_URL_NAME = "{base-url}";

  /** The provider that examples of variables of the environment name. */
  static final String EXAMPLE = "toapis";

  static final String ENVIRONMENT =
      "Environment, for " + EXAMPLE + " (likewise for " + OTHER_PROVIDERS + "):";
  private static final String KEY = "  " + KEY_NAME + "    the key; needed";
  private static final String BASE_URL =
      "  " + BASE_URL_NAME + "   the provider's base URL, if not the documented one";
  private static final String PROXY =
      "  " + NetworkSettings.PROXY + "             for all: the HTTP proxy, as --proxy";
  private static final String NO_PROXY =
      "  " + NetworkSettings.NO_PROXY + "          for all: hosts without the proxy, as --no-proxy";
  static final String SETTINGS =
      "A variable that is not set can be a line of ~/.config/reelay/config.";

  /** The footer of commands that query providers. */
  static final String QUERYING =
      "%n"
          + ENVIRONMENT
          + "%n"
          + KEY
          + "%n"
          + BASE_URL
          + "%n"
          + PROXY
          + "%n"
          + NO_PROXY
          + "%n"
          + SETTINGS;

  static final String PRIVATE_ADDRESSES =
      "Download from loopback, link-local and private addresses too: for the sandbox, or for a"
          + " video host in your own network.";

  static final String FILE_NAMES =
      "other characters than letters, digits, '.', '_' and '-' stand as in a URL, and a number"
          + " behind '~' says which letters are capital.";

  static final String CLUSTER = "--cluster";
  static final String DATABASE =
      "The database of the cluster, such as"
          + " 'jdbc:postgresql://host/database?user=USER&password=PASSWORD'. The command brings no"
          + " driver: name the jars of the driver and of HikariCP in REELAY_CLASS_PATH.";

  private SharedHelp() {}
}
