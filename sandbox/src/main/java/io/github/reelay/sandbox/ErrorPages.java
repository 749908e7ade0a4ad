package io.github.reelay.sandbox;

/** Responses that no specification documents. */
final class ErrorPages {
  private ErrorPages() {}

  /** The HTML page of a gateway whose server does not respond. */
  static SandboxResponse gateway(int status) {
    return SandboxResponse.html(
        status, "<html><body><h1>" + status + "</h1><p>reelay sandbox</p></body></html>\n");
  }

  static SandboxResponse elsewhere(String expected, IncomingRequest request) {
    return plain(404, "expected " + expected + ", found the path " + request.path());
  }

  static SandboxResponse wrongMethod(String allowed, IncomingRequest request) {
    return plain(405, "expected the method " + allowed + ", found " + request.method())
        .with("Allow", allowed);
  }

  static SandboxResponse plain(int status, String sentence) {
    return SandboxResponse.text(
        status, "text/plain; charset=utf-8", "reelay sandbox: " + sentence + "\n");
  }
}
