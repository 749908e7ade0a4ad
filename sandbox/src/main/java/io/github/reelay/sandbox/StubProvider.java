package io.github.reelay.sandbox;

import io.github.reelay.sandbox.internal.spec.NamedExample;
import io.github.reelay.sandbox.internal.spec.OperationRoute;
import io.github.reelay.sandbox.internal.spec.ProviderSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One provider of the sandbox: its specification, its key and its tasks. */
final class StubProvider {
  private static final String SCHEME = "Bearer ";
  private static final Pattern STATUS = Pattern.compile("([45]\\d\\d)(-.*)?");

  private final ProviderSpec spec;
  private final String key;
  private final StubContext stubContext;
  private final Map<String, StubTask> tasks = new ConcurrentHashMap<>();

  /**
   * What all providers of one sandbox share.
   *
   * @param clock of tasks and of signed URLs
   * @param progression what moves tasks on
   * @param urls makes the signed URLs of videos
   */
  record StubContext(InstantSource clock, Progression progression, SignedUrls urls) {}

  StubProvider(ProviderSpec spec, String key, StubContext stubContext) {
    this.spec = spec;
    this.key = key;
    this.stubContext = stubContext;
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
    return spec.examples().stream().map(NamedExample::name).toList();
  }

  Optional<SandboxResponse> example(String name) {
    return spec.named(name)
        .map(found -> rendered(TaskSnapshot.outside(found, stubContext.clock().instant())));
  }

  StubTask task(String id) {
    return tasks.computeIfAbsent(id, fresh -> new StubTask(fresh, stubContext.progression()));
  }

  int queries(String id) {
    StubTask task = tasks.get(id);
    return task == null ? 0 : task.queries();
  }

  void forget() {
    tasks.clear();
  }

  SandboxResponse respond(IncomingRequest request) {
    OperationRoute route = spec.route();
    String id =
        route.id(request.path().substring(prefix().length()), request.target().getRawQuery());
    if (id == null && spec.content() != null) {
      return content(request, spec.content());
    }
    if (id == null) {
      return ErrorPages.elsewhere("the path " + prefix() + route.template(), request);
    }
    if (!request.method().equals("GET")) {
      return ErrorPages.wrongMethod("GET", request);
    }
    Instant now = stubContext.clock().instant();
    if (!authorised(request.header("Authorization"))) {
      return error(401, now).with("WWW-Authenticate", "Bearer");
    }
    return id.isEmpty() ? error(400, now) : respond(task(id), now);
  }

  /** The video itself, for a provider whose responses have no URL: at a signed address. */
  private SandboxResponse content(IncomingRequest request, OperationRoute route) {
    Instant now = stubContext.clock().instant();
    if (!authorised(request.header("Authorization"))) {
      return error(401, now);
    }
    String id = route.id(request.path().substring(prefix().length()), null);
    StubTask task = id == null ? null : tasks.get(id);
    if (task == null) {
      return error(404, now);
    }
    NamedExample done = spec.showing(Scenario.OK.shows(Stage.DONE, 0));
    String url = stubContext.urls().video(name(), task.show(done, now), 1);
    return SandboxResponse.html(302, "").with("Location", url);
  }

  private boolean authorised(@Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && SignedUrls.same(header.substring(SCHEME.length()).trim(), key);
  }

  private SandboxResponse respond(StubTask task, Instant now) {
    StubTask.Query query = task.query(now);
    if (query.scripted() != null) {
      return query.scripted();
    }
    return switch (task.scenario()) {
      case MISSING -> refused(spec.unknownTask(), 404, now);
      case LIMITED ->
          query.number() % 3 == 0 ? show(task, now) : error(429, now).with("Retry-After", "1");
      case BROKEN -> query.number() % 2 == 0 ? show(task, now) : ErrorPages.gateway(502);
      case ERROR -> wanted(task, now);
      case EXAMPLE -> shown(task, now);
      case OK, FAILS, REJECTED, CANCELLED, NEVER, NOVIDEO -> show(task, now);
    };
  }

  private SandboxResponse wanted(StubTask task, Instant now) {
    Matcher status = STATUS.matcher(Scenario.rest(task.id()));
    return status.matches() ? error(Integer.parseInt(status.group(1)), now) : shown(task, now);
  }

  private SandboxResponse shown(StubTask task, Instant now) {
    return spec.beginning(Scenario.rest(task.id()))
        .map(found -> rendered(task.show(found, now)))
        .orElseGet(() -> show(task, now));
  }

  private SandboxResponse error(int status, Instant now) {
    return refused(spec.error(status), status, now);
  }

  private SandboxResponse refused(Optional<NamedExample> example, int status, Instant now) {
    return example
        .map(found -> rendered(TaskSnapshot.outside(found, now)))
        .orElseGet(() -> ErrorPages.gateway(status));
  }

  private SandboxResponse show(StubTask task, Instant now) {
    return rendered(task.show(now, spec::showing));
  }

  private SandboxResponse rendered(TaskSnapshot snapshot) {
    NamedExample example = snapshot.example();
    byte[] body =
        ExampleRenderer.body(
            example,
            spec.places(),
            snapshot,
            number -> stubContext.urls().video(name(), snapshot, number));
    SandboxResponse response = new SandboxResponse(example.status(), example.headers(), body);
    return example.mediaType().isEmpty()
        ? response
        : response.with("Content-Type", example.mediaType());
  }
}
