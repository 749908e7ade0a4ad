package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.contract.TaskId;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Handles as they are given, and whether they can be queried. */
final class HandleArguments {
  private HandleArguments() {}

  /**
   * The handles, each once, in their order. Not a converter of picocli's, which takes a value that
   * it cannot convert for one argument too many where their number is open.
   *
   * @throws UsageException if a text is no handle
   */
  static Set<TaskHandle> parse(List<String> texts) {
    HandleConverter converter = new HandleConverter();
    Set<TaskHandle> handles = new LinkedHashSet<>();
    for (String text : texts) {
      handles.add(converter.convert(text));
    }
    return handles;
  }

  /**
   * The providers of an environment, and those that documents describe.
   *
   * @throws UsageException if a base URL of the environment is malformed, a document cannot be
   *     read, or two providers have the same name
   */
  static Providers providers(
      Map<String, String> env, NetworkSettings network, DialectOptions documents) {
    try {
      return Providers.discover(env, network, documents.read());
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(malformed);
    }
  }

  /**
   * Looks at all of them before anything is done about one.
   *
   * @throws UsageException if a provider is not known or has no key, or an id cannot be queried
   */
  static void check(Collection<TaskHandle> handles, Providers providers, Map<String, String> env) {
    for (TaskHandle handle : handles) {
      check(handle, providers);
      checkKey(providers.get(handle.provider()), env);
    }
  }

  /**
   * Looks at all of them, where another process queries them and has the keys.
   *
   * @throws UsageException if a provider is not known, or an id cannot be queried
   */
  static void check(Collection<TaskHandle> handles, Providers providers) {
    for (TaskHandle handle : handles) {
      check(handle, providers);
    }
  }

  private static void check(TaskHandle handle, Providers providers) {
    try {
      TaskId.check(handle.id());
      providers.get(handle.provider());
    } catch (IllegalArgumentException refused) {
      throw new UsageException(refused);
    }
  }

  private static void checkKey(Provider provider, Map<String, String> env) {
    if (provider.baseUrl() == null) {
      throw new UsageException(
          "expected the base URL of "
              + provider.name()
              + " in "
              + EnvironmentVariables.baseUrl(provider.name())
              + ", found none; set the variable to the URL that the provider gave you");
    }
    String variable = EnvironmentVariables.key(provider.name());
    if (env.getOrDefault(variable, "").isBlank()) {
      throw new UsageException(
          "expected the API key of "
              + provider.name()
              + " in "
              + variable
              + ", found none; set the variable to the key from the provider's console");
    }
  }
}
