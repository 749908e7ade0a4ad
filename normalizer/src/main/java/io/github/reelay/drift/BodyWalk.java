package io.github.reelay.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One pass over a body that finds some places in it. Of duplicate members the last counts. */
final class BodyWalk {
  /** Remembers no names: those that bodies are searched for are new, and a body has its own. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  /** How many members of an object are named; more would not be shown. */
  private static final int NAMED = 20;

  private final JsonParser json;

  private BodyWalk(JsonParser json) {
    this.json = json;
  }

  /** Shows each target its value and which steps to it are indexes. */
  static void find(byte[] body, List<Target> targets) {
    try (JsonParser json = JSON.createParser(body)) {
      json.nextToken();
      new BodyWalk(json).value(targets, 0);
    } catch (IOException otherBody) {
      // Who gives the body of another reading gets no examples: findings stand without them.
      targets.forEach(Target::forget);
    }
  }

  private void value(List<Target> targets, int depth) throws IOException {
    if (targets.isEmpty()) {
      json.skipChildren();
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      object(targets, depth);
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      array(targets, depth);
    } else {
      scalar(targets, depth);
    }
  }

  private void object(List<Target> targets, int depth) throws IOException {
    targets.forEach(target -> target.passes(depth, false));
    List<String> members = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (members.size() < NAMED) {
        members.add(name);
      }
      value(through(targets, depth, name), depth + 1);
    }
    for (Target target : targets) {
      if (target.wants(depth)) {
        target.show(Shown.object(members, target.privacy()));
      }
    }
  }

  private void array(List<Target> targets, int depth) throws IOException {
    targets.forEach(target -> target.passes(depth, true));
    int length = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      value(through(targets, depth, String.valueOf(length)), depth + 1);
      length++;
    }
    for (Target target : targets) {
      if (target.wants(depth)) {
        target.show(Shown.array(length));
      }
    }
  }

  private void scalar(List<Target> targets, int depth) throws IOException {
    boolean text = json.currentToken() == JsonToken.VALUE_STRING;
    for (Target target : targets) {
      if (target.wants(depth)) {
        Privacy privacy = target.privacy();
        String value = json.getText();
        target.show(text ? Shown.text(value, privacy) : Shown.literal(value, privacy));
      }
    }
  }

  private static List<Target> through(List<Target> targets, int depth, String step) {
    List<Target> through = List.of();
    for (Target target : targets) {
      if (target.goesThrough(depth, step)) {
        through = through.isEmpty() ? new ArrayList<>(2) : through;
        through.add(target);
      }
    }
    return through;
  }
}
