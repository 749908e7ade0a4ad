package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Finding;
import io.github.reelay.internal.pointer.JsonPointers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the task stands in a body, and whether that is where the contract has it. */
final class TaskLocation {
  /** At the top, with nothing to note of the place. */
  static final TaskLocation TOP = new TaskLocation(List.of(), false, true);

  /** In the member {@code data}, which the contract does not say. */
  static final TaskLocation DATA = new TaskLocation(List.of("data"), false, false);

  /** In the first element of the member {@code data}, which the contract does not say. */
  static final TaskLocation FIRST_OF_DATA = new TaskLocation(List.of("data"), true, false);

  /** At the top, where the contract has an envelope. */
  static final TaskLocation WITHOUT_ENVELOPE = new TaskLocation(List.of(), false, false);

  private final List<String> names;
  private final boolean inArray;
  private final boolean documented;
  private final String pointer;

  private TaskLocation(List<String> names, boolean inArray, boolean documented) {
    this.names = names;
    this.inArray = inArray;
    this.documented = documented;
    this.pointer = pointer(names, inArray);
  }

  private static String pointer(List<String> names, boolean inArray) {
    String pointer = "";
    for (String name : names) {
      pointer = JsonPointers.below(pointer, name);
    }
    return inArray ? pointer + "/0" : pointer;
  }

  /** Where the contract says that the task stands, such as {@code /data}; empty for the top. */
  static TaskLocation documented(String pointer) {
    if (pointer.isEmpty()) {
      return TOP;
    }
    return new TaskLocation(JsonPointers.tokens(pointer), false, true);
  }

  String pointer() {
    return pointer;
  }

  /** The names of the members on the way to the task; empty for the top. */
  List<String> names() {
    return names;
  }

  /** What is there in place of what the contract says; null if the task stands where it says. */
  @Nullable Finding difference() {
    if (documented) {
      return null;
    }
    return names.isEmpty()
        ? new Finding(Finding.Kind.ENVELOPED, "", "the task stands outside of its envelope")
        : new Finding(Finding.Kind.ENVELOPED, "/data", "the task stands inside an envelope");
  }

  /** A body that has the task at this place, made of one that is the task. */
  byte[] around(byte[] task) {
    StringBuilder before = new StringBuilder();
    for (String name : names) {
      before.append("{\"").append(name.replace("\\", "\\\\").replace("\"", "\\\"")).append("\":");
    }
    byte[] head = before.toString().getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(head, head.length + task.length + names.size());
    System.arraycopy(task, 0, body, head.length, task.length);
    Arrays.fill(body, head.length + task.length, body.length, (byte) '}');
    return body;
  }

  /** Of the findings in a body that {@link #around} has made, those in the task, relative to it. */
  List<Finding> inside(List<Finding> findings) {
    String prefix = pointer;
    List<Finding> inside = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.pointer().startsWith(prefix)) {
        inside.add(
            new Finding(
                finding.kind(), finding.pointer().substring(prefix.length()), finding.detail()));
      }
    }
    return inside;
  }

  /** The task in a tree of the whole body; null if nothing stands at this place. */
  @Nullable Object in(@Nullable Object root) {
    Object found = root;
    for (String name : names) {
      found = found instanceof Map<?, ?> members ? members.get(name) : null;
    }
    if (!inArray) {
      return found;
    }
    return found instanceof List<?> elements && !elements.isEmpty() ? elements.get(0) : null;
  }

  /** A reader of the whole body that reads the object at this place and skips the rest. */
  <T> Function<ContractReader, @Nullable T> reader(Function<ContractReader, T> inner) {
    return names.isEmpty() ? inner : in -> read(in, 0, inner);
  }

  private <T> @Nullable T read(ContractReader in, int depth, Function<ContractReader, T> inner) {
    if (depth == names.size()) {
      return inArray ? readFirst(in, inner) : inner.apply(in);
    }
    if (depth > 0 && !in.enterObject()) {
      return null;
    }
    T found = null;
    while (in.nextField()) {
      if (in.field().equals(names.get(depth))) {
        found = read(in, depth + 1, inner);
      } else {
        in.skip();
      }
    }
    return found;
  }

  private static <T> @Nullable T readFirst(ContractReader in, Function<ContractReader, T> inner) {
    if (!in.enterArray()) {
      return null; // an earlier duplicate of another type
    }
    T found = null;
    for (int i = 0; in.nextElement(); i++) {
      if (i == 0) {
        found = inner.apply(in);
      } else {
        in.skip();
      }
    }
    return found;
  }
}
