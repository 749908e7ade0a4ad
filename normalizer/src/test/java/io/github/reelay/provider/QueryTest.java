package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over real HTTP. */
@Timeout(60)
class QueryTest {
  private static final String QUEUED = "{'id':'t1','status':'queued'}";

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = StubServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static QueryResult async(Provider provider, String id) throws Exception {
    return provider.queryAsync(id).get(30, TimeUnit.SECONDS);
  }

  @DisplayName("A query sends one request, with the key, and shows the task, blocking or not")
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void queriesOnce(boolean isAsync) throws Exception {
    server.then(200, QUEUED);

    try (Provider provider = server.provider(new ToapisDialect(), "").build()) {
      QueryResult result = isAsync ? async(provider, "t1") : provider.query("t1");

      assertThat(CanonicalJson.line(result))
          .isEqualTo(
              StubServer.quoted(
                  "{'provider':'toapis','id':'t1','status':'queued','providerStatus':'queued',"
                      + "'terminal':false,'findings':[]}"));
    }
    assertThat(server.requests)
        .containsExactly("GET /v1/videos/generations/t1 Bearer k1 application/json");
  }

  @DisplayName("A query reads what a saved body reads, and observes by its own clock")
  @Test
  void readsAsSavedBodies() {
    String body = "{'id':'t1','status':'completed','video_url':'https://v.example/1','odd':1}";
    server.then(200, body);

    try (Provider provider = server.provider(new XingchaoyiqingDialect(), "").build()) {
      String live = CanonicalJson.line(provider.query("t1"));

      byte[] bytes = StubServer.quoted(body).getBytes(StandardCharsets.UTF_8);
      RecordedResponse saved = new RecordedResponse(200, Map.of(), bytes, StubServer.NOW);
      assertThat(live).isEqualTo(CanonicalJson.line(provider.read("t1", saved)));
      assertThat(live).contains("\"expiresAt\":\"2026-01-15T08:43:42Z\"");
    }
  }

  @DisplayName("A refusal is read with its headers, and not queried again")
  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void sendsNoSecondQuery(int httpStatus) throws Exception {
    server
        .then(httpStatus, "{'error':'busy'}", "retry-after", "7", "x-request-id", "r1")
        .then(200, QUEUED);

    try (Provider provider = server.provider(new ToapisDialect(), "").build()) {
      assertThat(CanonicalJson.line(provider.query("t1")))
          .endsWith(
              StubServer.quoted(
                  "'origin':'relay','message':'busy','httpStatus':"
                      + httpStatus
                      + ",'requestId':'r1','retry':'yes','retryAfterSeconds':7},'findings':[]}"));
      assertThat(server.requests).hasSize(1);
      assertThat(async(provider, "t1").taskOrThrow().status().jsonName()).isEqualTo("queued");
    }
  }

  @DisplayName("An empty response and an HTML response are read")
  @Test
  void readsOddResponses() {
    server.then(204, "").then(200, "<html>").then(502, "");

    try (Provider provider = server.provider(new ToapisDialect(), "").build()) {
      for (String failure :
          List.of(
              "{'kind':'unreadable-response','origin':'relay','httpStatus':204,'retry':'yes'}",
              "{'kind':'unreadable-response','origin':'relay','httpStatus':200,'retry':'yes'}",
              "{'kind':'provider-error','origin':'relay','httpStatus':502,'retry':'yes'}")) {
        assertThat(CanonicalJson.line(provider.query("t1")))
            .isEqualTo(
                StubServer.quoted(
                    "{'provider':'toapis','id':'t1','failure':" + failure + ",'findings':[]}"));
      }
    }
  }

  @DisplayName("A redirect is not followed")
  @Test
  void followsNoRedirect() {
    server.then(302, "", "Location", server.uri("/elsewhere").toString()).then(200, QUEUED);

    try (Provider provider = server.provider(new ToapisDialect(), "").build()) {
      assertThat(CanonicalJson.line(provider.query("t1")))
          .contains(
              StubServer.quoted(
                  "'kind':'unknown','origin':'relay','httpStatus':302,'retry':'unknown'"));
    }
    assertThat(server.requests).hasSize(1);
  }

  @DisplayName("The key is read once for each query, so a rotated one is used")
  @Test
  void readsTheKeyForEachQuery() throws Exception {
    server.then(200, QUEUED);
    Iterator<String> keys = List.of("k1", " k2\n", "k3").iterator();

    try (Provider provider = server.provider(new ToapisDialect(), "").key(keys::next).build()) {
      provider.query("t1");
      async(provider, "t1");
      provider.query("t1");
    }

    assertThat(keys.hasNext()).isFalse();
    assertThat(server.requests)
        .extracting(request -> request.split(" ")[3])
        .containsExactly("k1", "k2", "k3");
  }

  @DisplayName("Each provider queries where its document says, CC1 included")
  @Test
  void queriesAtTheDocumentedPath() {
    server.then(200, QUEUED);
    List<String> documented = new ArrayList<>();
    for (Dialect dialect : Dialect.installed()) {
      documented.add(dialect.profile().path().replace("{id}", "sora-2%3At%201"));
      try (Provider provider = server.provider(dialect, "").build()) {
        provider.query("sora-2:t 1");
      }
    }

    assertThat(server.requests)
        .extracting(request -> request.split(" ")[1])
        .containsExactlyElementsOf(documented)
        .contains(
            "/v1/videos/generations/sora-2%3At%201",
            "/v1/result/sora-2%3At%201", "/v1/videos/video_id?id=sora-2%3At%201");
  }

  @DisplayName("CE5, XE10: path and base URL can be moved")
  @ParameterizedTest
  @CsvSource({
    "'', /v1/video/query?id={id}, /v1/video/query?id=t%2F1",
    "/, /v1/videos/{id}, /v1/videos/t%2F1",
    "/kyyAiPower/, /v1/result/{id}, /kyyAiPower/v1/result/t%2F1",
    "/a/b, /v1/sora/videos/{id}/status?x=1&y, /a/b/v1/sora/videos/t%2F1/status?x=1&y",
    "/a%20b, /q?type=video&id=p:{id}&z=%2F, /a%20b/q?type=video&id=p:t%2F1&z=%2F",
    "'', '/q?fields=a,b&id={id}', /q?fields=a%2Cb&id=t%2F1",
    "'', '/v1;m=1,2/{id}.json', '/v1;m=1,2/t%2F1.json'"
  })
  void movesPaths(String base, String path, String target) {
    server.then(200, QUEUED);
    for (Dialect dialect : List.of(new ToapisDialect(), new Codex22Dialect())) {
      try (Provider provider = server.provider(dialect, base).path(path).build()) {
        provider.query("t/1");
      }
    }

    assertThat(server.requests)
        .extracting(request -> request.split(" ")[1])
        .containsExactly(target, target);
  }

  @DisplayName("The same dialect under another name is another provider")
  @Test
  void goesByAnotherName() {
    server.then(200, "{'id':'t2','status':'paused'}");

    try (Provider provider =
        server.provider(new ToapisDialect(), "/other/").name("my.relay-2").build()) {
      assertThat(CanonicalJson.line(provider.query("t1")))
          .startsWith(StubServer.quoted("{'provider':'my.relay-2','id':'t1','reportedId':'t2'"));
      assertThat(provider.query("t1").taskOrThrow().handle()).hasToString("my.relay-2:t1");
      assertThat(provider).hasToString("Provider[my.relay-2, dialect=toapis, host=127.0.0.1]");
      assertThat(provider.baseUrl()).isEqualTo(server.uri("/other"));
    }
    assertThat(server.requests)
        .allMatch(it -> it.startsWith("GET /other/v1/videos/generations/t1"));
  }
}
