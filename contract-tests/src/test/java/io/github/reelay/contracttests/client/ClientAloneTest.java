package io.github.reelay.contracttests.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.AsyncFeign;
import feign.Feign;
import feign.FeignException;
import feign.Response;
import feign.codec.Decoder;
import feign.jackson.JacksonDecoder;
import io.github.reelay.client.codex22.UnifiedVideo;
import io.github.reelay.client.toapis.GenerationTask;
import io.github.reelay.client.toapis.VideoTasksApi;
import io.github.reelay.client.xingchaoyiqing.VideoGeneration;
import io.github.reelay.contract.ContractDecoder;
import io.github.reelay.contracttools.spec.ExampleServer;
import io.github.reelay.contracttools.spec.Spec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The client modules by themselves: blocking and with futures, typed and raw, either decoder. */
class ClientAloneTest {
  static final List<Decoder> DECODERS =
      List.of(
          new ContractDecoder(),
          new JacksonDecoder(
              new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));

  private static final String URL =
      "https://files.dashlyai.cc/sora/7497f4d5-3a88-44c7-923a-967fa7d941a0.mp4";

  private ExampleServer server;

  @BeforeEach
  void start() throws IOException {
    server = ExampleServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void worksInTenLines() {
    String url = new ClientAlone().apply(serve("toapis", "completed"));

    assertThat(url).isEqualTo(URL);
    assertThat(server.query().get(0).target())
        .isEqualTo("/v1/videos/generations/task_01K9S419324DREZFBWNSVXYR6H");
    assertThat(server.query().get(0).headers())
        .containsEntry("Authorization", List.of("Bearer test-key"));
  }

  @Test
  void givesTheStatusAndTheBodyOfAnErrorAndQueriesOnce() throws Exception {
    String baseUrl = serve("toapis", "not-found");

    String error = new ClientAlone().apply(baseUrl);

    String body = new String(Spec.of("toapis").example("not-found").bytes(), UTF_8);
    assertThat(error).isEqualTo("404 " + body);
    assertThat(server.query()).hasSize(1);
  }

  @Test
  void doesNotRetryWithoutAConnection() {
    String baseUrl = serve("toapis", "completed");
    server.close();

    assertThat(new ClientAlone().apply(baseUrl)).isEqualTo("-1 ");
  }

  @ParameterizedTest
  @FieldSource("DECODERS")
  void readsATaskBlocking(Decoder decoder) {
    VideoTasksApi toapis =
        Feign.builder().decoder(decoder).target(VideoTasksApi.class, serve("toapis", "completed"));

    GenerationTask task = toapis.getVideoTask("task_1");

    assertThat(task.result().data().get(0).url()).isEqualTo(URL);
  }

  @ParameterizedTest
  @FieldSource("DECODERS")
  void readsATaskWithAFuture(Decoder decoder) throws Exception {
    VideoTasksApi.Async toapis =
        AsyncFeign.<Void>builder()
            .decoder(decoder)
            .target(VideoTasksApi.Async.class, serve("toapis", "completed"));

    GenerationTask task = toapis.getVideoTask("task_1").get(30, SECONDS);

    assertThat(task.result().data().get(0).url()).isEqualTo(URL);
  }

  @ParameterizedTest
  @FieldSource("DECODERS")
  void readsTheOtherTwoProviders(Decoder decoder) {
    VideoGeneration xingchaoyiqing =
        Feign.builder()
            .decoder(decoder)
            .target(
                io.github.reelay.client.xingchaoyiqing.VideoTasksApi.class,
                serve("xingchaoyiqing", "completed"))
            .getVideoTask("sora_1");
    UnifiedVideo codex22 =
        Feign.builder()
            .decoder(decoder)
            .target(
                io.github.reelay.client.codex22.VideoTasksApi.class, serve("22codex", "completed"))
            .getVideoTask("sora-2:task_1");

    assertThat(xingchaoyiqing.actualDuration()).isEqualTo(10.0);
    assertThat(codex22.detail().draftInfo().encodings().gif().path())
        .isEqualTo("https://example.com/?sample-video-preview=1");
    assertThat(server.query())
        .extracting(ExampleServer.Query::target)
        .containsExactly("/v1/result/sora_1", "/v1/videos/video_id?id=sora-2%3Atask_1");
  }

  @Test
  void leavesARawResponseUntouchedWhateverItsStatus() throws Exception {
    String baseUrl = serve("toapis", "not-found");
    VideoTasksApi blocking = Feign.builder().target(VideoTasksApi.class, baseUrl);
    VideoTasksApi.Async async =
        AsyncFeign.<Void>builder().target(VideoTasksApi.Async.class, baseUrl);

    try (Response response = blocking.getVideoTaskRaw("task_1");
        Response later = async.getVideoTaskRaw("task_1").get(30, SECONDS)) {
      byte[] expected = Spec.of("toapis").example("not-found").bytes();
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.body().asInputStream()).hasBinaryContent(expected);
      assertThat(later.status()).isEqualTo(404);
      assertThat(later.body().asInputStream()).hasBinaryContent(expected);
    }
  }

  @Test
  void throwsForAnotherStatusWhereATaskIsExpected() {
    VideoTasksApi toapis =
        Feign.builder()
            .decoder(new ContractDecoder())
            .target(VideoTasksApi.class, serve("toapis", "not-found"));

    assertThatThrownBy(() -> toapis.getVideoTask("task_1"))
        .isInstanceOf(FeignException.NotFound.class);
  }

  @Test
  void keepsAnIdInItsPlace() {
    VideoTasksApi toapis =
        Feign.builder()
            .decoder(new ContractDecoder())
            .target(VideoTasksApi.class, serve("toapis", "completed"));

    toapis.getVideoTask("../a%2Fb?c");

    assertThat(server.query().get(0).target()).isEqualTo("/v1/videos/generations/..%2Fa%252Fb%3Fc");
    assertThatThrownBy(() -> toapis.getVideoTask(".."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a task id of 1 to 512 printable characters other than '.' and '..', found"
                + " '..'; use the id that the provider gave when the task was submitted");
  }

  private String serve(String provider, String example) {
    return server.serve(Spec.of(provider).example(example)).toString();
  }
}
