package com.example.videodesk;

import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.WatchOptions;
import io.github.reelay.watch.Watcher;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

// snippet:spring-controller
@RestController
@RequestMapping("/tasks")
class TaskController {
  private final Watcher watcher;
  private final Providers providers;

  TaskController(Watcher watcher, Providers providers) {
    this.watcher = watcher;
    this.providers = providers;
  }

  /** The handle of a task, as in {"handle": "toapis:task_1"}. */
  record Submission(TaskHandle handle) {}

  @PostMapping
  ResponseEntity<Void> submit(@RequestBody Submission submission) {
    watcher.add(submission.handle()); // in the store when this returns
    return ResponseEntity.accepted().location(URI.create("/tasks/" + submission.handle())).build();
  }

  @GetMapping("/{handle}")
  VideoTask task(@PathVariable String handle) { // the response is the canonical JSON
    return providers.query(TaskHandle.parse(handle)).taskOrThrow();
  }

  @GetMapping("/{handle}/events")
  SseEmitter events(@PathVariable String handle) {
    TaskHandle task = TaskHandle.parse(handle);
    TaskStream stream = new TaskStream();
    watcher.watch(task, WatchOptions.builder().listener(stream::take).build());
    watcher.watchAll(List.of(task)).thenRun(stream::endSoon); // its video may be there already
    return stream.emitter();
  }

  // end

  @ExceptionHandler(IllegalArgumentException.class)
  ResponseEntity<String> malformed(IllegalArgumentException exception) {
    return ResponseEntity.badRequest().body(exception.getMessage());
  }
}
