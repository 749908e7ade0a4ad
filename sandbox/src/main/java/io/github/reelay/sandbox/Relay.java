package io.github.reelay.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stand-in for one provider: its specification, its key and its tasks. */
final class Relay {
  private static final String SCHEME = "Bearer ";
  private static final Pattern STATUS = Pattern.compile("([45]\\d\\d)(-.*)?");

  private final ProviderSpec spec;
  private final String key;
  private final Setting setting;
  private final Map<String, Task> tasks = new ConcurrentHashMap<>();

  /**
   * What all relays of one sandbox share.
   *
   * @param clock the time
   * @param stepping what moves tasks on
   * @param links the addresses of videos
   */
  record Setting(InstantSource clock, Stepping stepping, Links links) {}

  Relay(ProviderSpec spec, String key, Setting setting) {
    this.spec = spec;
    this.key = key;
    this.setting = setting;
  }

  String name() {
    return spec.name();
  }

  String key() {
    return key;
  }

  String prefix() {
    return "/" + spec.name();
  }

  List<String> examples() {
    return spec.examples().stream().map(Documented::name).toList();
  }

  Optional<SandboxAnswer> example(String name) {
    return spec.named(name)
        .map(found -> told(found, Moment.outside(found, setting.clock().instant())));
  }

  Task task(String id) {
    return tasks.computeIfAbsent(id, fresh -> new Task(fresh, setting.stepping()));
  }

  int queries(String id) {
    Task task = tasks.get(id);
    return task == null ? 0 : task.asked();
  }

  void forget() {
    tasks.clear();
  }

  SandboxAnswer answer(Call call) {
    Route route = spec.route();
    String id = route.id(call.path().substring(prefix().length()), call.target().getRawQuery());
    if (id == null) {
      return Pages.elsewhere("the path " + prefix() + route.template(), call);
    }
    if (!call.method().equals("GET")) {
      return Pages.wrongMethod("GET", call);
    }
    Instant now = setting.clock().instant();
    if (!authorised(call.header("Authorization"))) {
      return error(401, now).with("WWW-Authenticate", "Bearer");
    }
    return id.isEmpty() ? error(400, now) : answer(task(id), now);
  }

  private boolean authorised(@Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && Links.same(header.substring(SCHEME.length()).trim(), key);
  }

  private SandboxAnswer answer(Task task, Instant now) {
    Task.Query query = task.ask(now);
    if (query.scripted() != null) {
      return query.scripted();
    }
    return switch (task.story()) {
      case MISSING -> error(404, now);
      case LIMITED ->
          query.number() % 3 == 0 ? tell(task, now) : error(429, now).with("Retry-After", "1");
      case BROKEN -> query.number() % 2 == 0 ? tell(task, now) : Pages.gateway(502);
      case ERROR -> wanted(task, now);
      case EXAMPLE -> shown(task, now);
      case OK, FAILS, REJECTED, CANCELLED, NEVER, NOVIDEO -> tell(task, now);
    };
  }

  private SandboxAnswer wanted(Task task, Instant now) {
    Matcher status = STATUS.matcher(Story.rest(task.id()));
    return status.matches() ? error(Integer.parseInt(status.group(1)), now) : tell(task, now);
  }

  private SandboxAnswer shown(Task task, Instant now) {
    return spec.beginning(Story.rest(task.id()))
        .map(found -> told(found, task.show(found.name(), now)))
        .orElseGet(() -> tell(task, now));
  }

  private SandboxAnswer error(int status, Instant now) {
    return spec.error(status)
        .map(found -> told(found, Moment.outside(found, now)))
        .orElseGet(() -> Pages.gateway(status));
  }

  private SandboxAnswer tell(Task task, Instant now) {
    Moment moment = task.tell(now, spec::firstOf);
    return told(spec.named(moment.example()).orElseThrow(), moment);
  }

  private SandboxAnswer told(Documented example, Moment moment) {
    byte[] body =
        Retelling.body(example, moment, number -> setting.links().video(name(), moment, number));
    SandboxAnswer answer = new SandboxAnswer(example.status(), example.headers(), body);
    return example.mediaType().isEmpty()
        ? answer
        : answer.with("Content-Type", example.mediaType());
  }
}
