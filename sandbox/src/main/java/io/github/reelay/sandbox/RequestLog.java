package io.github.reelay.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The requests that came in, without the credentials that came with them; the last ones only. */
final class RequestLog {
  static final int MOST = 10_000;
  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "cookie");

  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  synchronized void record(Instant at, String provider, IncomingRequest request, int status) {
    if (requests.size() == MOST) {
      requests.removeFirst();
    }
    boolean download = request.path().startsWith(SignedUrls.FOLDER);
    String target = download ? request.path() : request.target().toString();
    requests.add(
        new RecordedRequest(
            at, provider, request.method(), target, withoutSecrets(request.headers()), status));
  }

  synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized void forget() {
    requests.clear();
  }

  private static Map<String, List<String>> withoutSecrets(Map<String, List<String>> headers) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> {
          if (!SECRET.contains(name.toLowerCase(Locale.ROOT))) {
            kept.put(name, List.copyOf(values));
          }
        });
    return kept;
  }
}
