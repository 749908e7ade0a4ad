package io.github.reelay.document;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Finds what no reader of YAML survives, because each goes down one call for each level: objects
 * and lists inside each other without end, and those that contain themselves by an alias.
 */
public final class YamlNesting {
  /** Objects and lists inside each other. */
  public static final int MOST = 64;

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();
  private static final String NO_ANCHOR = "";

  private YamlNesting() {}

  /**
   * The line in which a text nests more than {@link #MOST} levels, or repeats what it stands in.
   *
   * @return counted from 1; 0 if there is none, or none before what is no YAML
   */
  public static int tooDeepIn(String text) {
    Deque<String> open = new ArrayDeque<>();
    try {
      ParserImpl events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
      while (events.hasNext()) {
        Event event = events.next();
        if (isTooDeep(event, open)) {
          return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        }
      }
    } catch (YamlEngineException none) {
      return 0; // who reads the text says what is wrong with it
    }
    return 0;
  }

  private static boolean isTooDeep(Event event, Deque<String> open) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart ->
          open.push(((NodeEvent) event).getAnchor().map(Object::toString).orElse(NO_ANCHOR));
      case MappingEnd, SequenceEnd -> open.pop();
      case Alias -> {
        return open.contains(((AliasEvent) event).getAlias().toString());
      }
      default -> {}
    }
    return open.size() > MOST;
  }
}
