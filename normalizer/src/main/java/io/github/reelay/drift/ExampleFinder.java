package io.github.reelay.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One pass over a body that finds some places in it. Of duplicate members the last counts. */
final class ExampleFinder {
  /** Remembers no names: those that bodies are searched for are new, and a body has its own. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  /** How many members of an object are named; more would not be shown. */
  private static final int NAMED = 20;

  private final JsonParser json;

  private ExampleFinder(JsonParser json) {
    this.json = json;
  }

  /** Shows each location its value, and which of its steps are indexes of arrays. */
  static void find(byte[] body, List<FindingLocation> locations) {
    try (JsonParser json = JSON.createParser(body)) {
      json.nextToken();
      new ExampleFinder(json).value(locations, 0);
    } catch (IOException otherBody) {
      // Who gives the body of another reading gets no examples: findings stand without them.
      locations.forEach(FindingLocation::forget);
    }
  }

  private void value(List<FindingLocation> locations, int depth) throws IOException {
    if (locations.isEmpty()) {
      json.skipChildren();
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      object(locations, depth);
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      array(locations, depth);
    } else {
      scalar(locations, depth);
    }
  }

  private void object(List<FindingLocation> locations, int depth) throws IOException {
    locations.forEach(location -> location.passes(depth, false));
    List<String> members = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (members.size() < NAMED) {
        members.add(name);
      }
      value(through(locations, depth, name), depth + 1);
    }
    for (FindingLocation location : locations) {
      if (location.wants(depth)) {
        location.show(ExampleText.object(members, location.sensitivity()));
      }
    }
  }

  private void array(List<FindingLocation> locations, int depth) throws IOException {
    locations.forEach(location -> location.passes(depth, true));
    int length = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      value(through(locations, depth, String.valueOf(length)), depth + 1);
      length++;
    }
    for (FindingLocation location : locations) {
      if (location.wants(depth)) {
        location.show(ExampleText.array(length));
      }
    }
  }

  private void scalar(List<FindingLocation> locations, int depth) throws IOException {
    boolean text = json.currentToken() == JsonToken.VALUE_STRING;
    for (FindingLocation location : locations) {
      if (location.wants(depth)) {
        Sensitivity sensitivity = location.sensitivity();
        String value = json.getText();
        location.show(
            text ? ExampleText.text(value, sensitivity) : ExampleText.literal(value, sensitivity));
      }
    }
  }

  private static List<FindingLocation> through(
      List<FindingLocation> locations, int depth, String step) {
    List<FindingLocation> through = List.of();
    for (FindingLocation location : locations) {
      if (location.goesThrough(depth, step)) {
        through = through.isEmpty() ? new ArrayList<>(2) : through;
        through.add(location);
      }
    }
    return through;
  }
}
