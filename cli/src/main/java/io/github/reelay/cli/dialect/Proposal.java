package io.github.reelay.cli.dialect;

import io.github.reelay.contract.ScalarValue;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What saved responses seem to say: where the task stands, its words and its places. */
final class Proposal {
  private static final Pattern STATUS =
      Pattern.compile("(task|video|job)?_?(status|state)(_?text)?|phase");
  private static final List<String> IDS = List.of("task_id", "taskid", "id", "video_id", "job_id");
  private static final StatusTexts COMMON = StatusTexts.of(Map.of());

  private final Leaves leaves;
  private final @Nullable String status;
  private final String task;

  Proposal(Leaves leaves) {
    this.leaves = leaves;
    this.status = status(leaves);
    this.task = status == null ? "" : task(status);
  }

  /** The status varies between responses, says known words, and stands further out than others. */
  private static @Nullable String status(Leaves leaves) {
    return leaves.pointers().stream()
        .filter(pointer -> STATUS.matcher(Guess.memberOf(pointer)).matches())
        .filter(pointer -> leaves.values(pointer).stream().allMatch(Proposal::isWord))
        .min(
            Comparator.comparing((String pointer) -> -leaves.values(pointer).size())
                .thenComparing(pointer -> known(leaves.values(pointer)) ? 0 : 1)
                .thenComparing(pointer -> pointer.chars().filter(c -> c == '/').count()))
        .orElse(null);
  }

  /** Text, or a number that stands for one. */
  private static boolean isWord(Object value) {
    return value instanceof String || value instanceof Integer || value instanceof Long;
  }

  private static String word(Object value) {
    return ScalarValue.of(value).text().strip();
  }

  private static boolean known(List<Object> words) {
    return words.stream().anyMatch(word -> COMMON.status(word(word)) != TaskStatus.UNKNOWN);
  }

  /** What holds the status is the task if it holds an id too; else the task is the whole body. */
  private String task(String ofStatus) {
    String parent = ofStatus.substring(0, ofStatus.lastIndexOf('/'));
    boolean hasId =
        leaves.pointers().stream()
            .filter(pointer -> pointer.startsWith(parent + "/"))
            .filter(pointer -> pointer.indexOf('/', parent.length() + 1) < 0)
            .anyMatch(pointer -> Guess.ID.fits(pointer, leaves.values(pointer)));
    return hasId ? parent : "";
  }

  /** JSON Pointer of the task; empty for the top. */
  String task() {
    return task;
  }

  int responses() {
    return leaves.bodies();
  }

  /** The status texts that were seen, by their common meaning. */
  Map<TaskStatus, List<String>> words() {
    Map<TaskStatus, List<String>> words = new EnumMap<>(TaskStatus.class);
    if (status != null) {
      for (Object word : leaves.values(status)) {
        String text = word(word);
        if (!text.isEmpty()) {
          words.computeIfAbsent(COMMON.status(text), fresh -> new ArrayList<>()).add(text);
        }
      }
    }
    return words;
  }

  /** The places of each value, relative to the task, in the order in which they are looked at. */
  Map<ValueName, List<String>> places() {
    Map<ValueName, List<String>> places = new LinkedHashMap<>();
    for (Guess guess : Guess.values()) {
      List<String> found = places(guess);
      boolean second =
          guess == Guess.PROGRESS_FRACTION && places.containsKey(ValueName.PROGRESS_PERCENT);
      if (!found.isEmpty() && !second) {
        places.put(guess.value(), found);
      }
      if (guess == Guess.ID && status != null) {
        places.put(ValueName.STATUS, List.of(status.substring(task.length())));
      }
    }
    return places;
  }

  private List<String> places(Guess guess) {
    List<String> found =
        leaves.pointers().stream()
            .filter(pointer -> pointer.startsWith(task + "/") && !pointer.equals(status))
            .filter(pointer -> guess.fits(pointer, leaves.values(pointer)))
            .map(pointer -> pointer.substring(task.length()))
            .map(pointer -> guess == Guess.VIDEO ? pointer.replaceAll("/0(?=/|$)", "/*") : pointer)
            .sorted(Comparator.comparing(pointer -> rank(guess, pointer)))
            .toList();
    boolean several = guess == Guess.VIDEO || guess == Guess.MESSAGE;
    return several || found.isEmpty() ? found : found.subList(0, 1);
  }

  /** The usual names first, and what stands further out. */
  private static int rank(Guess guess, String pointer) {
    int depth = (int) pointer.chars().filter(c -> c == '/').count();
    String member = Guess.memberOf(pointer);
    return switch (guess) {
      case ID -> 10 * depth + (IDS.contains(member) ? IDS.indexOf(member) : IDS.size());
      case VIDEO -> (member.contains("video") ? 0 : 10) + depth;
      default -> depth;
    };
  }

  /** In how many responses a place has something. */
  int count(String place) {
    return leaves.count(task + place.replace("/*", "/0"));
  }
}
