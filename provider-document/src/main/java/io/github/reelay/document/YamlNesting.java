package io.github.reelay.document;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Finds what no reader of YAML survives, because each goes down one call for each level: objects
 * and lists inside each other without end, and those that contain themselves by an alias.
 */
public final class YamlNesting {
  /** Objects and lists inside each other. */
  public static final int MOST = 64;

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private YamlNesting() {}

  /**
   * The line in which a text nests more than {@link #MOST} levels, or repeats what it stands in.
   *
   * @return counted from 1; 0 if there is none, or none before what is no YAML
   */
  public static int tooDeepIn(String text) {
    try {
      BoundedEvents events = new BoundedEvents(SETTINGS, text);
      while (events.hasNext()) {
        events.next();
      }
    } catch (BoundedEvents.TooDeepException deep) {
      return deep.line;
    } catch (YamlEngineException none) {
      return 0; // who reads the text says what is wrong with it
    }
    return 0;
  }
}
