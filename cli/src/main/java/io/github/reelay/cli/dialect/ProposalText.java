package io.github.reelay.cli.dialect;

import io.github.reelay.mapping.ValueName;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A proposal as a document, with a comment on each line that a person has to look at. */
final class ProposalText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/.][A-Za-z0-9_./~-]*");
  private static final List<String> RESERVED = List.of("true", "false", "null");
  private static final List<ValueName> NEEDED =
      List.of(ValueName.ID, ValueName.STATUS, ValueName.VIDEO_URL);

  private final Proposal proposal;
  private final List<String> lines = new ArrayList<>();

  private ProposalText(Proposal proposal) {
    this.proposal = proposal;
  }

  /**
   * The lines of the document.
   *
   * @param name that of the provider, such as {@code toapis}
   * @param query what the URL of a query says
   * @param examples the files that were read, as the document names them
   */
  static List<String> lines(Proposal proposal, String name, QueryUrl query, List<String> examples) {
    ProposalText text = new ProposalText(proposal);
    text.head(name, query);
    text.words();
    text.read();
    if (!examples.isEmpty()) {
      text.lines.add("examples: # relative to this document");
      examples.forEach(example -> text.lines.add("  - " + text(example)));
    }
    return text.lines;
  }

  private void head(String name, QueryUrl query) {
    String key = EnvironmentVariables.key(name);
    lines.add("# Proposed from " + proposal.responses() + " saved responses. '# ?' marks a guess.");
    lines.add("name: " + name + " # handles are " + name + ":ID, the key is in " + key);
    lines.add("baseUrl: " + query.baseUrl() + (query.known() ? "" : " # ? give --url"));
    lines.add("path: " + query.path() + (query.known() ? "" : " # ? give --url"));
    lines.add(
        "polling: {firstQuery: 0, interval: 15, givesUpAfter: 1800} # ? seconds; the responses do"
            + " not say it");
    if (!proposal.task().isEmpty()) {
      lines.add("task: " + text(proposal.task()) + " # ? what holds the task");
    }
  }

  private void words() {
    Map<TaskStatus, List<String>> words = proposal.words();
    lines.add("words: # ? only those that were seen; add the others of the documentation");
    words.forEach(
        (status, texts) -> {
          if (status != TaskStatus.UNKNOWN) {
            lines.add("  " + status.jsonName() + ": " + list(texts));
          }
        });
    List<String> unknown = words.get(TaskStatus.UNKNOWN);
    if (unknown != null) {
      lines.add("  # ? no common words, say what they mean: " + list(unknown));
    }
    if (words.keySet().stream().allMatch(status -> status == TaskStatus.UNKNOWN)) {
      lines.add("  succeeded: [succeeded] # ? no word was recognised");
    }
  }

  private void read() {
    Map<ValueName, List<String>> places = proposal.places();
    lines.add("read:");
    places.forEach((value, pointers) -> lines.add("  " + value.text() + ": " + place(pointers)));
    for (ValueName needed : NEEDED) {
      if (!places.containsKey(needed)) {
        lines.add("  # ? " + needed.text() + ": was not recognised in any response");
      }
    }
    if (!places.containsKey(ValueName.VIDEO_URL)) {
      lines.add("# ? content: /v1/videos/{id}/content # if the video is at a path of its own");
    }
  }

  private String place(List<String> pointers) {
    String where =
        pointers.stream()
            .map(pointer -> String.valueOf(proposal.count(pointer)))
            .collect(Collectors.joining(" and "));
    String comment = " # ? in " + where + " of " + proposal.responses();
    return (pointers.size() == 1 ? text(pointers.get(0)) : list(pointers)) + comment;
  }

  private static String list(List<String> texts) {
    return texts.stream().map(ProposalText::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A scalar of YAML; what would break its line, or steer a terminal, is escaped. */
  private static String text(String text) {
    if (text.codePoints().anyMatch(ProposalText::isUnprintable)) {
      return escaped(text);
    }
    return PLAIN.matcher(text).matches() && !RESERVED.contains(text)
        ? text
        : "'" + text.replace("'", "''") + "'";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (isUnprintable(c)) {
                escaped.append((c > 0xffff ? "\\U%08x" : "\\u%04x").formatted(c));
              } else {
                escaped.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
              }
            });
    return escaped.append('"').toString();
  }

  private static boolean isUnprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
