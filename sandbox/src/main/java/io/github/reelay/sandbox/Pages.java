package io.github.reelay.sandbox;

/** The answers that no specification documents. */
final class Pages {
  private Pages() {}

  /** A page as a gateway sends it when what stands behind it is away. */
  static SandboxAnswer gateway(int status) {
    return SandboxAnswer.html(
        status, "<html><body><h1>" + status + "</h1><p>reelay sandbox</p></body></html>\n");
  }

  static SandboxAnswer elsewhere(String expected, Call call) {
    return plain(404, "expected " + expected + ", found the path " + call.path());
  }

  static SandboxAnswer wrongMethod(String allowed, Call call) {
    return plain(405, "expected the method " + allowed + ", found " + call.method())
        .with("Allow", allowed);
  }

  static SandboxAnswer plain(int status, String sentence) {
    return SandboxAnswer.text(
        status, "text/plain; charset=utf-8", "reelay sandbox: " + sentence + "\n");
  }
}
