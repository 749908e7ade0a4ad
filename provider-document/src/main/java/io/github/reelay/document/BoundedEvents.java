package io.github.reelay.document;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The events of a YAML text, up to one that is too deep as {@link YamlNesting} says. */
final class BoundedEvents implements Parser {
  private static final String NO_ANCHOR = "";

  private final Parser events;
  private final Deque<String> open = new ArrayDeque<>();

  BoundedEvents(LoadSettings settings, String text) {
    events = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /** Thrown in place of an event that is too deep. */
  static final class TooDeepException extends YamlEngineException {
    private static final long serialVersionUID = 1;

    /** Where the event is, counted from 1. */
    final int line;

    private TooDeepException(int line) {
      super("nested too deep in line " + line);
      this.line = line;
    }
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public boolean checkEvent(Event.ID kind) {
    return events.checkEvent(kind);
  }

  @Override
  public Event peekEvent() {
    return events.peekEvent();
  }

  /**
   * The next event.
   *
   * @throws TooDeepException if it is too deep
   */
  @Override
  public Event next() {
    Event event = events.next();
    if (isTooDeep(event)) {
      throw new TooDeepException(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }
    return event;
  }

  private boolean isTooDeep(Event event) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart ->
          open.push(((NodeEvent) event).getAnchor().map(Object::toString).orElse(NO_ANCHOR));
      case MappingEnd, SequenceEnd -> open.pop();
      case Alias -> {
        return open.contains(((AliasEvent) event).getAlias().toString());
      }
      default -> {}
    }
    return open.size() > YamlNesting.MOST;
  }
}
