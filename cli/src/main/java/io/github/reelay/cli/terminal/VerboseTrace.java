package io.github.reelay.cli.terminal;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.QueryTrace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Prints each query and its response on standard error, without what is secret: the key, queries of
 * signed URLs, and headers that may hold a session.
 */
public final class VerboseTrace implements QueryTrace {
  private static final int LONGEST_BODY = 4_000;

  /** Names of headers whose values are not shown. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)key|token|secret|cookie|auth|session|signature|credential");

  private final CommandContext context;

  /** Prints to the standard error of that context. */
  public VerboseTrace(CommandContext context) {
    this.context = context;
  }

  @Override
  public void sent(URI url) {
    context.sayLines(List.of("> GET " + url, "> Authorization: Bearer ***"));
  }

  @Override
  public void received(URI url, RecordedResponse response) {
    List<String> lines = new ArrayList<>();
    lines.add("< HTTP " + response.httpStatus() + " from " + url);
    for (String name : new TreeSet<>(response.headers().keySet())) {
      for (String value : response.headers().get(name)) {
        boolean secret = SECRET.matcher(name).find();
        lines.add("< " + name + ": " + (secret ? "***" : UrlQueries.masked(value)));
      }
    }
    lines.add("< " + body(response.body()));
    context.sayLines(lines);
  }

  /** On one line; line feeds of pretty JSON become blanks. */
  private static String body(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    String masked = UrlQueries.masked(text).strip();
    if (masked.isEmpty()) {
      return "(no body)";
    }
    return masked.length() <= LONGEST_BODY
        ? masked
        : masked.substring(0, LONGEST_BODY) + "… (" + bytes.length + " bytes)";
  }

  @Override
  public void failed(URI url, String diagnosis) {
    context.sayLines(List.of("< no response from " + url + ": " + diagnosis));
  }
}
