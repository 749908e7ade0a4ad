package io.github.reelay.sandbox;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands each request to the provider that it is for, or to the downloads. */
final class Switchboard {
  private final List<Relay> relays;
  private final Downloads downloads;
  private final Journal journal;
  private final InstantSource clock;

  Switchboard(List<Relay> relays, Downloads downloads, Journal journal, InstantSource clock) {
    this.relays = List.copyOf(relays);
    this.downloads = downloads;
    this.journal = journal;
    this.clock = clock;
  }

  SandboxAnswer answer(Call call) {
    boolean download = call.path().startsWith(Links.FOLDER);
    String prefix = download ? Links.FOLDER : "/";
    Relay relay =
        relays.stream()
            .filter(candidate -> call.path().startsWith(prefix + candidate.name() + "/"))
            .findFirst()
            .orElse(null);
    SandboxAnswer answer = download ? downloads.answer(call) : answer(call, relay);
    journal.record(clock.instant(), relay == null ? "" : relay.name(), call, answer.status());
    return answer;
  }

  private SandboxAnswer answer(Call call, @Nullable Relay relay) {
    if (relay != null) {
      return relay.answer(call);
    }
    List<String> prefixes = relays.stream().map(Relay::prefix).toList();
    return Pages.elsewhere("a path that begins with one of " + prefixes, call);
  }
}
