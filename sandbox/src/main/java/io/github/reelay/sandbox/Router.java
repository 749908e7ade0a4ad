package io.github.reelay.sandbox;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes each request to its provider, or to the downloads. */
final class Router {
  private final List<StubProvider> stubs;
  private final Downloads downloads;
  private final RequestLog requestLog;
  private final InstantSource clock;

  Router(
      List<StubProvider> stubs, Downloads downloads, RequestLog requestLog, InstantSource clock) {
    this.stubs = List.copyOf(stubs);
    this.downloads = downloads;
    this.requestLog = requestLog;
    this.clock = clock;
  }

  SandboxResponse respond(IncomingRequest request) {
    boolean download = request.path().startsWith(SignedUrls.FOLDER);
    String prefix = download ? SignedUrls.FOLDER : "/";
    StubProvider stub =
        stubs.stream()
            .filter(candidate -> request.path().startsWith(prefix + candidate.name() + "/"))
            .findFirst()
            .orElse(null);
    SandboxResponse response = download ? downloads.respond(request) : respond(request, stub);
    requestLog.record(clock.instant(), stub == null ? "" : stub.name(), request, response.status());
    return response;
  }

  private SandboxResponse respond(IncomingRequest request, @Nullable StubProvider stub) {
    if (stub != null) {
      return stub.respond(request);
    }
    List<String> prefixes = stubs.stream().map(StubProvider::prefix).toList();
    return ErrorPages.elsewhere("a path that begins with one of " + prefixes, request);
  }
}
