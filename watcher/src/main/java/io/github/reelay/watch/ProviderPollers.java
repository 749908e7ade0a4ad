package io.github.reelay.watch;

import io.github.reelay.contract.PrintableText;
import io.github.reelay.contract.TaskId;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The poller of each provider of a watcher. */
final class ProviderPollers {
  /** The most tasks that are handed over together when a watcher stops: there may be a million. */
  private static final int SOME = 1000;

  private final Map<String, ProviderPoller> pollers = new TreeMap<>();
  private final Providers providers;

  /** The files of the documents that describe providers, by the provider's name; most are code. */
  private final Map<String, String> documents = new TreeMap<>();

  ProviderPollers(Providers providers) {
    this.providers = providers;
  }

  /** Makes the pollers; to be called once, before anything else. */
  void make(WatcherBuilder settings, PollerContext shared) {
    for (Provider provider : providers.all()) {
      PollingRules rules = settings.rulesOf(provider);
      PollingPolicy policy = settings.policyOf(provider.name(), rules);
      pollers.put(provider.name(), new ProviderPoller(provider, rules, policy, shared));
      Path file = provider.dialect().documentFile();
      if (file != null && PrintableText.isPrintable(file.toString())) {
        documents.put(provider.name(), file.toString());
      }
    }
  }

  /**
   * The poller of a task.
   *
   * @throws io.github.reelay.provider.UnknownProviderException if the watcher has no provider of
   *     that name
   * @throws IllegalArgumentException if the id cannot be queried
   */
  ProviderPoller of(TaskHandle handle) {
    TaskId.check(handle.id());
    return Objects.requireNonNull(pollers.get(providers.get(handle.provider()).name()));
  }

  /**
   * The files of the documents that describe the providers of these tasks, by the provider's name.
   */
  Map<String, String> documentsOf(Collection<TaskHandle> handles) {
    if (documents.isEmpty()) {
      return documents;
    }
    Map<String, String> named = new TreeMap<>();
    for (TaskHandle handle : handles) {
      String file = documents.get(handle.provider());
      if (file != null) {
        named.put(handle.provider(), file);
      }
    }
    return named;
  }

  Set<String> names() {
    return pollers.keySet();
  }

  /** The poller of a task; null if the watcher has no provider of that name. */
  @Nullable ProviderPoller find(TaskHandle handle) {
    return pollers.get(handle.provider());
  }

  boolean isWatched(TaskHandle handle) {
    ProviderPoller poller = find(handle);
    return poller != null && poller.isWatched(handle.id());
  }

  int count() {
    return pollers.values().stream().mapToInt(ProviderPoller::count).sum();
  }

  void forEachTask(Consumer<? super TaskHandle> action) {
    pollers.forEach(
        (name, poller) -> {
          for (String id : poller.ids()) {
            action.accept(new TaskHandle(name, id));
          }
        });
  }

  void run() {
    pollers.values().forEach(ProviderPoller::run);
  }

  /** Ends all waits; what the action throws is thrown immediately, with some of them left. */
  void stop(Consumer<? super TaskHandle> unfinished) {
    for (ProviderPoller poller : pollers.values()) {
      for (var some = poller.stop(SOME); !some.isEmpty(); some = poller.stop(SOME)) {
        some.forEach(unfinished);
      }
    }
  }

  @Override
  public String toString() {
    return pollers.keySet().toString();
  }
}
