package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Headers;
import feign.Param;
import io.github.reelay.client.toapis.GenerationTask;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.ErrorReport;
import io.github.reelay.dialect.ResponseMapper;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.transport.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a generated interface declares is what is sent, with nothing written a second time. */
class QueryTemplateTest {
  private static final URI BASE = URI.create("https://relay.example/base");

  /** Shows that it was used. */
  public static final class Capitals implements Param.Expander {
    @Override
    public String expand(Object value) {
      return value.toString().toUpperCase(Locale.ROOT);
    }
  }

  /** As the generator would write it for another specification. */
  interface OtherApi {
    @feign.RequestLine(value = "GET /v2/jobs/{jobName}/state?full=1", decodeSlash = false)
    @Headers({"Accept: application/vnd.job+json", "X-Job: job {jobName}", "X-Version: 7"})
    CompletableFuture<Object> job(
        @Param(value = "jobName", expander = Capitals.class) String jobName);

    @feign.RequestLine("GET /v3/q?task={task}&a=b")
    @Headers("Accept: text/plain")
    CompletableFuture<Object> plain(@Param("task") String task);

    @feign.RequestLine("POST /v2/jobs/{id}")
    CompletableFuture<Object> post(@Param("id") String id);

    @feign.RequestLine("GET /v2/{group}/jobs/{id}")
    CompletableFuture<Object> two(@Param("group") String group, @Param("id") String id);
  }

  private static HttpRequest request(QueryTemplate line, String id) {
    return line.request(id, line.headers("k1"), Duration.ofSeconds(9));
  }

  @DisplayName("Parameter, path, query, headers and expander are those of the interface")
  @Test
  void readsTheInterface() {
    QueryTemplate line =
        QueryTemplate.of(new ClientBinding<>(OtherApi.class, OtherApi::job), BASE, null);

    HttpRequest sent = request(line, "abc");

    assertThat(sent.uri()).hasToString("https://relay.example/base/v2/jobs/ABC/state?full=1");
    assertThat(sent.headers())
        .containsOnly(
            Map.entry("Accept", "application/vnd.job+json"),
            Map.entry("X-Job", "job ABC"),
            Map.entry("X-Version", "7"),
            Map.entry("Authorization", "Bearer k1"));
    assertThat(sent.deadline()).isEqualTo(Duration.ofSeconds(9));
    assertThat(request(line, "d").headers()).containsEntry("X-Job", "job D");
  }

  @DisplayName("A parameter without an expander is encoded as a task id")
  @Test
  void encodesWithoutAnExpander() {
    QueryTemplate line =
        QueryTemplate.of(new ClientBinding<>(OtherApi.class, OtherApi::plain), BASE, null);

    assertThat(request(line, "a/b%2F&c").uri())
        .hasToString("https://relay.example/base/v3/q?task=a%2Fb%252F%26c&a=b");
    assertThat(request(line, "t").headers())
        .isEqualTo(Map.of("Accept", "text/plain", "Authorization", "Bearer k1"));
  }

  @DisplayName("A path that the provider has moved replaces path and query, and nothing else")
  @Test
  void movesThePath() {
    QueryTemplate line =
        QueryTemplate.of(
            new ClientBinding<>(OtherApi.class, OtherApi::job),
            BASE,
            new PathTemplate("/at?x={id}"));

    assertThat(request(line, "abc").uri()).hasToString("https://relay.example/base/at?x=ABC");
    assertThat(request(line, "abc").headers()).containsEntry("X-Job", "job ABC");
  }

  static Stream<ClientBinding<?>> unfit() {
    return Stream.of(
        new ClientBinding<>(OtherApi.class, OtherApi::post),
        new ClientBinding<OtherApi>(OtherApi.class, (api, id) -> api.two("g", id)),
        new ClientBinding<OtherApi>(OtherApi.class, (api, id) -> new CompletableFuture<>()));
  }

  @DisplayName("What is no GET with the id alone is refused")
  @ParameterizedTest
  @MethodSource("unfit")
  void refusesOthers(ClientBinding<?> binding) {
    assertThatThrownBy(() -> QueryTemplate.of(binding, BASE, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "expected a GET of the generated interface with the task's id as its one parameter,"
                + " found (post|two|none)");
  }

  static Stream<Dialect> dialects() {
    return StreamSupport.stream(Dialect.installed().spliterator(), false);
  }

  @DisplayName("The path that a profile documents is the one that its client declares")
  @ParameterizedTest
  @MethodSource("dialects")
  void agreesWithTheProfile(Dialect dialect) {
    String documented = dialect.profile().path().replace("{id}", "t%201");

    assertThat(request(QueryTemplate.of(dialect.binding(), BASE, null), "t 1").uri())
        .hasToString(BASE + documented);
  }

  @DisplayName("A provider queries as the interface of its dialect declares, blocking or not")
  @Test
  void reachesTheLiveQuery() {
    FakeTransport transport = FakeTransport.responding(200, "{\"id\":\"abc\",\"status\":\"s\"}");
    try (Provider provider =
        Provider.builder(new OtherDialect()).transport(transport).key(() -> "k1").build()) {
      QueryResult blocking = provider.query("abc");
      QueryResult future = provider.queryAsync("abc").join();

      assertThat(blocking).isEqualTo(future);
    }
    assertThat(transport.requests)
        .extracting(sent -> sent.uri().toString())
        .containsExactly(
            "https://toapis.com/v2/jobs/ABC/state?full=1",
            "https://toapis.com/v2/jobs/ABC/state?full=1");
    assertThat(transport.requests).allMatch(sent -> "7".equals(sent.headers().get("X-Version")));
  }

  /** The dialect of toapis with another specification. */
  private static final class OtherDialect extends Dialect {
    OtherDialect() {
      super(new ToapisDialect().profile(), new OtherMapping());
    }

    @Override
    public ClientBinding<?> binding() {
      return new ClientBinding<>(OtherApi.class, OtherApi::job);
    }
  }

  private static final class OtherMapping implements ResponseMapper<GenerationTask> {
    @Override
    public @Nullable GenerationTask readTask(ContractReader in) {
      return GenerationTask.read(in);
    }

    @Override
    public ErrorReport readError(ContractReader in) {
      throw new AssertionError("no response here is an error");
    }

    @Override
    public @Nullable String status(GenerationTask task) {
      return task.status();
    }

    @Override
    public void map(GenerationTask task, TaskAssembler assembler) {
      assembler.id(task.id());
      assembler.status(task.status(), TaskStatus.QUEUED);
    }
  }
}
