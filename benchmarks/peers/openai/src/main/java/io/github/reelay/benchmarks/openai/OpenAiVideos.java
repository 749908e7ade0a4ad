package io.github.reelay.benchmarks.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.videos.Video;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** One query of a video by openai-java, with the settings of its README and Reelay's deadline. */
public final class OpenAiVideos implements Function<String, Callable<Boolean>> {
  private static final String ID = "video_1";

  @Override
  public Callable<Boolean> apply(String baseUrl) {
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .apiKey("key")
            .baseUrl(baseUrl + "/v1")
            .timeout(Duration.ofSeconds(30))
            .build();
    return () -> client.videos().retrieve(ID).status().equals(Video.Status.QUEUED);
  }

  /** The name of its rows. */
  @Override
  public String toString() {
    return "openai-java 4.101.0";
  }
}
