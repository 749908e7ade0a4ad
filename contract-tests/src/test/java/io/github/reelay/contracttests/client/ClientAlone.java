package io.github.reelay.contracttests.client;

import feign.Feign;
import io.github.reelay.client.toapis.GenerationTask;
import io.github.reelay.client.toapis.VideoTasksApi;
import io.github.reelay.contract.ContractDecoder;
import java.util.function.UnaryOperator;

/** What the README shows: a client module alone, without normalizer and without databind. */
public final class ClientAlone implements UnaryOperator<String> {

  /** Asks at that base URL for a completed task; the URL of its video. */
  @Override
  public String apply(String baseUrl) {
    String key = "test-key";
    // snippet:client-alone
    VideoTasksApi toapis =
        Feign.builder()
            .decoder(new ContractDecoder(findings -> findings.forEach(System.err::println)))
            .requestInterceptor(query -> query.header("Authorization", "Bearer " + key))
            .target(VideoTasksApi.class, baseUrl); // https://toapis.com

    GenerationTask task = toapis.getVideoTask("task_01K9S419324DREZFBWNSVXYR6H");
    if ("completed".equals(task.status())) {
      return task.result().data().get(0).url(); // whatever an answer leaves out is null
    }
    // end
    throw new IllegalStateException("expected a completed task, found " + task.status());
  }
}
