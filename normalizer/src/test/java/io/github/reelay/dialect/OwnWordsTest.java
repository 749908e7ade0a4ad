package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider whose words mean something else than in common use: its own meaning counts. */
class OwnWordsTest {
  private static final String SHORT =
      """
      name: my
      baseUrl: https://relay.example
      path: /v1/videos/{id}
      words: {queued: [ready], running: [completed, sent-off], failed: [active], expired: [done]}
      read: {id: /id, status: /status, video.url: /url}
      """;

  private static final String OPEN_API =
      """
      openapi: 3.0.3
      info: {title: my, version: 0.1.0, x-provider: my}
      servers: [{url: 'https://relay.example'}]
      paths:
        /v1/videos/{id}:
          get:
            operationId: getVideo
            tags: [Videos]
            x-polling: {firstQuery: 0, interval: 10, givesUpAfter: 600}
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              '200':
                description: Found.
                content: {application/json: {schema: {$ref: '#/components/schemas/Video'}}}
      components:
        schemas:
          Video:
            type: object
            properties:
              id: {type: string, x-reelay: id}
              status:
                type: string
                x-known-values: [ready, completed, sent-off, active, done]
                x-means: {queued: [ready], running: [completed, sent-off], failed: [active], expired: [done]}
                x-reelay: status
              url: {type: string, x-reelay: video.url}
      """;

  @ParameterizedTest
  @CsvSource({
    "ready, QUEUED, SUCCEEDED",
    "completed, RUNNING, SUCCEEDED",
    "Completed, RUNNING, SUCCEEDED",
    "COMPLETED, RUNNING, SUCCEEDED",
    "sent-off, RUNNING, UNKNOWN",
    "sent_off, RUNNING, UNKNOWN",
    "active, FAILED, RUNNING",
    "done, EXPIRED, SUCCEEDED",
    "finished, SUCCEEDED, SUCCEEDED",
  })
  void outweighTheCommonOnes(String word, TaskStatus own, TaskStatus common) {
    String body = "{\"id\":\"t1\",\"status\":\"" + word + "\",\"url\":\"https://v.example/1.mp4\"}";

    assertThat(StatusTexts.of(Map.of()).status(word)).isEqualTo(common);
    for (String document : new String[] {SHORT, OPEN_API}) {
      VideoTask task = Dialect.parse("my.yaml", document).read(body).taskOrThrow();
      assertThat(task.status()).as(word).isEqualTo(own);
      assertThat(task.providerStatus()).isEqualTo(word);
    }
  }
}
