package io.github.reelay.contract;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of the members that a contract declares for one object. Most responses keep the order
 * of the contract, so a reader compares the next name with the declared one before it looks it up.
 */
public final class MemberNames {
  private final SerializableString[] inOrder;
  private final Map<String, Integer> positions = new HashMap<>();

  private MemberNames(String... names) {
    inOrder = new SerializableString[names.length];
    for (int i = 0; i < names.length; i++) {
      inOrder[i] = new SerializedString(names[i]);
      positions.put(names[i], i + 1);
    }
  }

  /** The names in the order of the contract, each once. */
  public static MemberNames of(String... names) {
    return new MemberNames(names);
  }

  /** See {@link ContractReader#nextMember}. */
  int next(Cursor cursor, Findings findings, int last) {
    boolean guess = last < inOrder.length;
    if (guess && cursor.nextNameIs(inOrder[last])) {
      findings.atName(inOrder[last].getValue());
      cursor.next();
      return last + 1;
    }
    String name = enter(cursor, findings, guess ? cursor.nameOrEnd() : cursor.nextName());
    return name == null ? 0 : positions.getOrDefault(name, inOrder.length + 1);
  }

  /**
   * Moves from a member's name to its value. A member whose name is too long is skipped, with a
   * finding.
   *
   * @param next the name at hand; null at the object's end
   * @return the name of the member that was entered; null at the object's end
   */
  static @Nullable String enter(Cursor cursor, Findings findings, @Nullable String next) {
    String name = next;
    while (name != null && name.length() > BodyLimits.NAME_LENGTH) {
      findings.longName();
      cursor.next();
      cursor.skipChildren();
      name = cursor.nextName();
    }
    if (name != null) {
      findings.atName(name);
      cursor.next();
    }
    return name;
  }
}
