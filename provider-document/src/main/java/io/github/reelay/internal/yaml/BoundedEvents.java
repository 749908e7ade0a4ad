package io.github.reelay.internal.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The events of a YAML text, up to one that is too deep or one too many. An alias counts as what it
 * repeats.
 */
final class BoundedEvents implements Parser {
  private static final Extent SCALAR = new Extent(1, 0);

  private final Parser events;
  private final Deque<Collection> open = new ArrayDeque<>();
  private final Map<String, Extent> anchored = new HashMap<>();
  private int nodes;

  BoundedEvents(LoadSettings settings, String text) {
    events = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /** The nodes in one, itself included, and its levels: none for a scalar. */
  private record Extent(int nodes, int levels) {}

  /** An object or a list whose end has not been read. */
  private static final class Collection {
    private final @Nullable String anchor;
    private final int nodesBefore;
    private int levelsInside;

    private Collection(@Nullable String anchor, int nodesBefore) {
      this.anchor = anchor;
      this.nodesBefore = nodesBefore;
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
   * @throws BoundsException if it is too deep, or one too many
   */
  @Override
  public Event next() {
    Event event = events.next();
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> begin(event);
      case MappingEnd, SequenceEnd -> end();
      case Scalar -> {
        add(SCALAR, event);
        keep(anchor(event), SCALAR);
      }
      case Alias -> repeat((AliasEvent) event);
      default -> {}
    }
    return event;
  }

  private void begin(Event event) {
    open.push(new Collection(anchor(event), nodes));
    add(SCALAR, event); // itself alone: its content follows
  }

  private void end() {
    Collection ended = open.pop();
    Extent extent = new Extent(nodes - ended.nodesBefore, ended.levelsInside + 1);
    keep(ended.anchor, extent);
    raise(extent.levels);
  }

  private void repeat(AliasEvent alias) {
    String anchor = alias.getAlias().toString();
    if (open.stream().anyMatch(each -> anchor.equals(each.anchor))) {
      throw BoundsException.tooDeep(line(alias));
    }
    Extent repeated = anchored.getOrDefault(anchor, SCALAR); // the composer refuses an unknown one
    add(repeated, alias);
    raise(repeated.levels);
  }

  private void add(Extent extent, Event event) {
    nodes += extent.nodes;
    if (open.size() + extent.levels > YamlNodes.MOST_LEVELS) {
      throw BoundsException.tooDeep(line(event));
    }
    if (nodes > YamlNodes.MOST_NODES) {
      throw BoundsException.tooLarge(line(event));
    }
  }

  private void raise(int levels) {
    Collection around = open.peek();
    if (around != null) {
      around.levelsInside = Math.max(around.levelsInside, levels);
    }
  }

  private void keep(@Nullable String anchor, Extent extent) {
    if (anchor != null) {
      anchored.put(anchor, extent);
    }
  }

  private static @Nullable String anchor(Event event) {
    return ((NodeEvent) event).getAnchor().map(Object::toString).orElse(null);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
