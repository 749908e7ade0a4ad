package io.github.reelay.sandbox.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationRouteTest {
  private static final OperationRoute PATH = new OperationRoute("/v1/jobs/{job}/state", null);
  private static final OperationRoute QUERY = new OperationRoute("/v1/jobs", "job");

  @ParameterizedTest
  @CsvSource({
    "/v1/jobs/a/state, a",
    "/v1/jobs/a+b/state, a+b",
    "/v1/jobs/a%2Fb%3Ac%25/state, a/b:c%",
    "/v1/jobs/%2e%2e/state, ..",
    "/v1/jobs//state, ''",
    "/v1/jobs/a/b/state,",
    "/v1/jobs/a,",
    "/v2/jobs/a/state,",
  })
  void theIdStandsInThePath(String path, @Nullable String id) {
    assertThat(PATH.id(path, "job=no")).isEqualTo(id);
  }

  @Test
  void theIdHasToBeAParameterOfItsOwn() {
    assertThatThrownBy(() -> OperationRoute.of("/v1/jobs?job=x{id}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a parameter of {id} alone in /v1/jobs?job=x{id}");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/jobs, job=sora-2:a, sora-2:a",
    "/v1/jobs, x=1&job=sora-2%3Aa&y=2, sora-2:a",
    "/v1/jobs, job=a+b%2Bc, a b+c",
    "/v1/jobs, job=, ''",
    "/v1/jobs, , ''",
    "/v1/jobs, ajob=1, ''",
    "/v1/jobs/a, job=a,",
  })
  void theIdStandsInTheQueryString(String path, @Nullable String query, @Nullable String id) {
    assertThat(QUERY.id(path, query)).isEqualTo(id);
  }
}
