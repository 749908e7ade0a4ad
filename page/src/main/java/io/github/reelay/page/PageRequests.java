package io.github.reelay.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Responds to each request of a browser: with the security headers in any case, and with content if
 * {@link RequestGuard} lets it.
 */
final class PageRequests implements HttpHandler {
  /** Nothing is loaded from elsewhere, and no text becomes markup or a program. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-store",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin");

  private static final String THUMBNAILS = "/thumbnails/";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int NO_BODY = -1;

  /** A token of HTTP that is no longer than the methods that are in use. */
  private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,20}");

  private final RequestGuard guard;
  private final PageFiles files;
  private final EventStreams streams;
  private final Thumbnails thumbnails;

  PageRequests(RequestGuard guard, PageFiles files, EventStreams streams, Thumbnails thumbnails) {
    this.guard = guard;
    this.files = files;
    this.streams = streams;
    this.thumbnails = thumbnails;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      HEADERS.forEach(exchange.getResponseHeaders()::set);
      switch (guard.judge(exchange)) {
        case SERVE -> serve(exchange);
        case SIGN_IN -> signIn(exchange);
        case NO_TOKEN -> demandToken(exchange);
        case FOREIGN_HOST ->
            say(exchange, 403, "expected the page's own name as Host, found another");
        case FOREIGN_PAGE -> say(exchange, 403, "expected a request of this page, found another's");
      }
    }
  }

  private void signIn(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Set-Cookie", guard.cookie());
    headers.set("Location", "./");
    exchange.sendResponseHeaders(303, NO_BODY);
  }

  private static void demandToken(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"reelay\"");
    say(
        exchange,
        401,
        "expected the page's token, found none or another; open /?token=TOKEN once, or send it as"
            + " Authorization: Bearer TOKEN");
  }

  private void serve(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    PageFiles.PageFile file = files.get(path);
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      say(exchange, 405, "expected GET or HEAD, found " + shown(method));
    } else if (file != null) {
      send(exchange, 200, file.mediaType(), file.bytes());
    } else if (path.equals("/events")) {
      stream(exchange);
    } else if (path.startsWith(THUMBNAILS)) {
      thumbnail(exchange, path.substring(THUMBNAILS.length()));
    } else {
      say(exchange, 404, "expected a file of the page, found another path");
    }
  }

  /** A method that is a token of HTTP; the text of any other could be anything. */
  private static String shown(String method) {
    return METHOD.matcher(method).matches() ? method : "another method";
  }

  private void stream(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, NO_BODY);
    } else if (!streams.serve(exchange)) {
      exchange.getResponseHeaders().set("Retry-After", "10");
      say(exchange, 503, "expected fewer open pages, found as many as there may be");
    }
  }

  private void thumbnail(HttpExchange exchange, String number) throws IOException {
    Thumbnail found = null;
    try {
      found = thumbnails.get(number(number));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    if (found == null) {
      say(exchange, 404, "expected a task with a thumbnail, found none");
    } else {
      send(exchange, 200, found.type().mediaType(), found.bytes());
    }
  }

  /** The number that a text is; -1, which no task has, if it is not a number. */
  private static long number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 18;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Long.parseLong(text) : -1;
  }

  private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
    send(exchange, status, TEXT, (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, NO_BODY);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
