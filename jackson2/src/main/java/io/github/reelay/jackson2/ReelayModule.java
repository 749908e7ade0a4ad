package io.github.reelay.jackson2;

import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.json.WatchJson;
import java.util.function.Function;

/**
 * Writes and reads {@link VideoTask}, {@link QueryResult}, {@link Outcome}, {@link TaskEvent} and
 * {@link DownloadOutcome} as {@link CanonicalJson} and {@link WatchJson} do, and a {@link
 * TaskHandle} as its text, also as the key of a map. A text that is not one of them is a mismatched
 * input; the message names the JSON Pointer and no value. {@code findAndAddModules()} finds it.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new ReelayModule()).build();
 * String json = mapper.writeValueAsString(task);
 * VideoTask same = mapper.readValue(json, VideoTask.class);
 * }</pre>
 */
public final class ReelayModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  /** For {@code addModule}, and for the service loader that {@code findAndAddModules()} uses. */
  public ReelayModule() {
    super("reelay");
    add(VideoTask.class, CanonicalJson::line, CanonicalJson::readTask);
    add(QueryResult.class, CanonicalJson::line, CanonicalJson::read);
    add(Outcome.class, WatchJson::line, WatchJson::readOutcome);
    add(TaskEvent.class, WatchJson::line, WatchJson::readEvent);
    add(DownloadOutcome.class, WatchJson::line, WatchJson::readDownload);
    addSerializer(TaskHandle.class, new HandleText.Writer());
    addDeserializer(TaskHandle.class, new HandleText.Reader());
    addKeySerializer(TaskHandle.class, new HandleText.KeyWriter());
    addKeyDeserializer(TaskHandle.class, new HandleText.KeyReader());
  }

  private <T> void add(Class<T> type, Function<T, String> write, Function<String, T> read) {
    addSerializer(type, new CanonicalSerializer<>(write));
    addDeserializer(type, new CanonicalDeserializer<>(type, read));
  }
}
