package io.github.reelay.contract;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import java.util.concurrent.CompletableFuture;

/** As the templates write one: with the id in a path and in a query. */
interface SampleApi {
  @RequestLine(value = "GET /v1/videos/{id}", decodeSlash = false)
  @Headers("Accept: application/json")
  SampleTask inPath(@Param(value = "id", expander = TaskIdExpander.class) String id);

  @RequestLine(value = "GET /v1/query?task_id={task_id}", decodeSlash = false)
  @Headers("Accept: application/json")
  SampleTask inQuery(@Param(value = "task_id", expander = TaskIdExpander.class) String id);

  @RequestLine(value = "GET /v1/videos/{id}", decodeSlash = false)
  @Headers("Accept: application/json")
  Response raw(@Param(value = "id", expander = TaskIdExpander.class) String id);

  @RequestLine("GET /v1/text")
  String text();

  /** The same with futures. */
  interface Async {
    @RequestLine(value = "GET /v1/videos/{id}", decodeSlash = false)
    @Headers("Accept: application/json")
    CompletableFuture<SampleTask> inPath(
        @Param(value = "id", expander = TaskIdExpander.class) String id);

    @RequestLine(value = "GET /v1/query?task_id={task_id}", decodeSlash = false)
    @Headers("Accept: application/json")
    CompletableFuture<SampleTask> inQuery(
        @Param(value = "task_id", expander = TaskIdExpander.class) String id);
  }
}
