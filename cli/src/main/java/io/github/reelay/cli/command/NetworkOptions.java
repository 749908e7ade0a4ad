package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cli.terminal.VerboseTrace;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Providers;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How providers and video hosts are reached, and whether queries are shown. The URL of a proxy may
 * hold a password.
 */
final class NetworkOptions {
  private static final String PROXY = "--proxy";
  private static final String NO_PROXY = "--no-proxy";
  private static final String VERBOSE = "--verbose";

  @Option(
      names = PROXY,
      paramLabel = "URL",
      description =
          "Query and download through this HTTP proxy, such as http://proxy.example:3128 or"
              + " http://user:password@proxy.example:3128. In place of REELAY_PROXY, which other"
              + " users of the machine do not see; HTTP_PROXY is not read.")
  private @Nullable String proxy;

  @Option(
      names = NO_PROXY,
      paramLabel = "HOSTS",
      description =
          "Reach these hosts without the proxy, with commas between them: files.example,"
              + " .corp.example for each host below it, 10.1.2.3, 10.0.0.0/8, or * for all; with"
              + " :PORT for one port. In place of REELAY_NO_PROXY. Loopback needs none.")
  private @Nullable String noProxy;

  @Option(
      names = {"-v", VERBOSE},
      description =
          "Print each query and its response on standard error, without the key and without the"
              + " queries of URLs.")
  private boolean verbose;

  /**
   * The providers, reached as the options say.
   *
   * @throws UsageException if an option, a variable or a document is malformed
   */
  Providers providers(CommandContext context, DialectOptions documents) {
    Providers providers = HandleArguments.providers(context.env(), read(context.env()), documents);
    return verbose ? providers.traced(new VerboseTrace(context)) : providers;
  }

  /** Where progress is shown: in lines that stay if queries are shown between them. */
  CommandContext display(CommandContext context) {
    return verbose ? context.withoutScreen() : context;
  }

  /**
   * The settings of the options, and of the environment where an option is not given.
   *
   * @throws UsageException if one of them is malformed
   */
  NetworkSettings read(Map<String, String> env) {
    String url = proxy == null ? env.getOrDefault(NetworkSettings.PROXY, "") : proxy;
    if (proxy == null && url.isBlank()) {
      return NetworkSettings.defaults();
    }
    HttpProxy chosen =
        named(proxy == null ? NetworkSettings.PROXY : PROXY, () -> HttpProxy.parse(url));
    String hosts = noProxy == null ? env.getOrDefault(NetworkSettings.NO_PROXY, "") : noProxy;
    HttpProxy limited =
        named(
            noProxy == null ? NetworkSettings.NO_PROXY : NO_PROXY,
            () -> chosen.withNonProxyHosts(hosts));
    return NetworkSettings.defaults().withProxy(limited);
  }

  private static HttpProxy named(String where, Supplier<HttpProxy> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(where + ": " + malformed.getMessage());
    }
  }

  /** The command that goes on; the URL of a proxy may be a secret and is only named. */
  ResumeCommand resume(ResumeCommand command) {
    ResumeCommand same = command.with(NO_PROXY, noProxy).with(VERBOSE, verbose);
    return proxy == null ? same : same.withoutSecret(PROXY);
  }
}
