package io.github.reelay.contracttests.client;

import feign.Feign;
import feign.FeignException;
import feign.Retryer;
import io.github.reelay.client.toapis.GenerationTask;
import io.github.reelay.client.toapis.VideoTasksApi;
import io.github.reelay.contract.ContractDecoder;
import java.util.function.UnaryOperator;

/** What the README shows: a client module alone, without normalizer and without databind. */
public final class ClientAlone implements UnaryOperator<String> {

  /** Queries a completed task at that base URL; the URL of its video, or what went wrong. */
  @Override
  public String apply(String baseUrl) {
    String key = "test-key";
    // snippet:client-alone
    VideoTasksApi toapis =
        Feign.builder()
            .retryer(Retryer.NEVER_RETRY) // Feign's default sleeps and retries on this thread
            .decoder(new ContractDecoder(findings -> findings.forEach(System.err::println)))
            .requestInterceptor(query -> query.header("Authorization", "Bearer " + key))
            .target(VideoTasksApi.class, baseUrl); // https://toapis.com
    try {
      GenerationTask task = toapis.getVideoTask("task_01K9S419324DREZFBWNSVXYR6H");
      if ("completed".equals(task.status())) {
        return task.result().data().get(0).url(); // what a response leaves out is null
      }
      return "not completed: " + task.status();
    } catch (FeignException error) { // no connection (status -1), or a status other than 2xx
      return error.status() + " " + error.contentUTF8(); // the body as the provider sent it
    }
    // end
  }
}
