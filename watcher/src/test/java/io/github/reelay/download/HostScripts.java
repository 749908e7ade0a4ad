package io.github.reelay.download;

import java.util.Arrays;

/** What a video host sends. */
final class HostScripts {

  private HostScripts() {}

  /** A response without a length: its end is that of the connection. */
  static HostServer.Script unsized(byte[] body, String... headers) {
    return (request, out) -> {
      HostServer.write(out, 200, headers);
      out.write(body);
    };
  }

  /** The first response is the one, all others are the other. */
  static HostServer.Script first(HostServer.Script one, HostServer.Script other) {
    boolean[] begun = new boolean[1];
    return (request, out) -> {
      boolean first = !begun[0];
      begun[0] = true;
      (first ? one : other).respond(request, out);
    };
  }

  static HostServer.Script sized(byte[] body, String... headers) {
    return (request, out) -> {
      String[] all = Arrays.copyOf(headers, headers.length + 1);
      all[headers.length] = "Content-Length: " + body.length;
      HostServer.write(out, 200, all);
      out.write(body);
    };
  }
}
