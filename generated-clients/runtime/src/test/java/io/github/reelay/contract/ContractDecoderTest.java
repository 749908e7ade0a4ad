package io.github.reelay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import feign.AsyncFeign;
import feign.Feign;
import feign.FeignException;
import feign.Request;
import feign.Response;
import feign.Retryer;
import feign.codec.DecodeException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractDecoderTest {
  private final List<List<Finding>> heard = new CopyOnWriteArrayList<>();
  private SampleServer server;

  @BeforeEach
  void start() throws IOException {
    server = new SampleServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SampleApi blocking() {
    return Feign.builder()
        .decoder(new ContractDecoder(heard::add))
        .retryer(Retryer.NEVER_RETRY)
        .target(SampleApi.class, server.baseUrl());
  }

  private SampleApi.Async async() {
    return AsyncFeign.builder()
        .decoder(new ContractDecoder(heard::add))
        .retryer(Retryer.NEVER_RETRY)
        .target(SampleApi.Async.class, server.baseUrl());
  }

  @Test
  void readsTheGeneratedRecordAndHandsOnItsFindings() {
    server.responds(200, "{\"id\":\"x\",\"y\":1}");

    assertThat(blocking().inPath("x").id()).isEqualTo("x");
    assertThat(async().inPath("x").join().id()).isEqualTo("x");
    assertThat(heard)
        .hasSize(2)
        .allSatisfy(
            findings ->
                assertThat(findings)
                    .containsExactly(
                        new Finding(
                            Finding.Kind.UNDOCUMENTED_FIELD,
                            "/y",
                            "the contract declares no such member")));
  }

  @Test
  void handsOnAnEmptyListForABodyThatFitsItsContract() {
    server.responds(200, "{\"id\":\"x\"}");

    blocking().inPath("x");

    assertThat(heard).containsExactly(List.of());
  }

  @Test
  void dropsFindingsIfNobodyListens() {
    server.responds(200, "{\"id\":\"x\",\"y\":1}");
    SampleApi api =
        Feign.builder().decoder(new ContractDecoder()).target(SampleApi.class, server.baseUrl());

    assertThat(api.inPath("x").id()).isEqualTo("x");
  }

  @Test
  void failsOnABodyThatIsNoObjectWithoutQuotingIt() {
    server.responds(200, "<html>s3cret</html>");

    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> blocking().inPath("x"))
        .withMessage("expected JSON, found something else at byte 1")
        .withCauseExactlyInstanceOf(UnreadableException.class)
        .satisfies(thrown -> assertThat(thrown.status()).isEqualTo(200))
        .satisfies(thrown -> assertThat(thrown.getCause()).hasNoCause());
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> async().inPath("x").join())
        .withCauseExactlyInstanceOf(DecodeException.class)
        .withMessageEndingWith("expected JSON, found something else at byte 1");
    assertThat(heard).isEmpty();
  }

  @Test
  void anEmptyResponseIsNoSilentNull() {
    server.responds(200, "");
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> blocking().inPath("x"))
        .withMessage("expected one JSON object, found nothing");

    server.responds(204, "");
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> blocking().inPath("x"))
        .withMessage("expected one JSON object, found nothing");
  }

  @Test
  void readsABodyOfEightMebibytesAndNoByteMore() {
    String whole = "{\"id\":\"x\"" + " ".repeat(BodyLimits.BODY_BYTES - 10) + "}";

    server.responds(200, whole);
    assertThat(blocking().inPath("x").id()).isEqualTo("x");

    server.responds(200, whole + " ");
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> blocking().inPath("x"))
        .withMessage("expected at most 8388608 bytes, found more");
  }

  @Test
  void aDismissed404IsNull() {
    server.responds(404, "{\"id\":\"x\"}");
    SampleApi api =
        Feign.builder()
            .decoder(new ContractDecoder())
            .dismiss404()
            .target(SampleApi.class, server.baseUrl());

    assertThat(api.inPath("x")).isNull();
    assertThatExceptionOfType(FeignException.NotFound.class)
        .isThrownBy(() -> blocking().inPath("x"));
  }

  @Test
  void refusesATypeThatIsNoGeneratedRecord() throws Exception {
    Type listOfTasks = ContractDecoderTest.class.getDeclaredMethod("tasks").getGenericReturnType();
    server.responds(200, "{}");

    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> blocking().text())
        .withMessage(
            "expected a generated record with a static method read(ContractReader), found"
                + " java.lang.String");
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> new ContractDecoder().decode(response("{}"), listOfTasks))
        .withMessage(
            "expected a generated record with a static method read(ContractReader), found"
                + " java.util.List<io.github.reelay.contract.SampleTask>");
  }

  static List<SampleTask> tasks() {
    return new ArrayList<>();
  }

  @Test
  void doesNotTakeTheListenersTroubleForItsOwn() {
    ContractDecoder decoder =
        new ContractDecoder(
            findings -> {
              throw new IllegalArgumentException("the listener's own");
            });

    assertThatIllegalArgumentException()
        .isThrownBy(() -> decoder.decode(response("{}"), SampleTask.class))
        .withMessage("the listener's own");
  }

  @Test
  void aResponseWithoutABodyIsUnreadable() {
    Response empty = response("").toBuilder().body(null, 0).build();

    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> new ContractDecoder().decode(empty, SampleTask.class))
        .withMessage("expected one JSON object, found nothing");
  }

  private static Response response(String body) {
    return Response.builder()
        .status(200)
        .request(
            Request.create(Request.HttpMethod.GET, "http://127.0.0.1/", Map.of(), null, null, null))
        .body(Bodies.utf8(body))
        .build();
  }
}
