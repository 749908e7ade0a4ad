package com.example.acme;

// snippet:own-provider
import feign.Param;
import feign.RequestLine;
import feign.Response;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.TaskIdExpander;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

public final class AcmeDialect extends Dialect {
  public AcmeDialect() {
    super(
        new ProviderProfile(
            "acme",
            URI.create("https://api.acme.example"),
            "/v2/jobs/{id}",
            URI.create("https://docs.acme.example"),
            LocalDate.of(2026, 11, 26), // when you last compared the documentation
            new PollingDefaults(
                Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(10), null),
            Set.of("job_not_found"), // the codes that say that the task does not exist
            ProviderProfile.RECORDS_KEPT),
        new AcmeMapper());
  }

  @Override
  public ClientBinding<?> binding() {
    return new ClientBinding<>(Api.class, Api::job);
  }

  public interface Api {
    @RequestLine("GET /v2/jobs/{id}")
    CompletableFuture<Response> job(
        @Param(value = "id", expander = TaskIdExpander.class) String id);
  }

  record Job(String id, String state, String film) {
    static Job read(ContractReader in) {
      if (!in.enterObject()) {
        return null;
      }
      String id = null;
      String state = null;
      String film = null;
      while (in.nextField()) {
        switch (in.field()) {
          case "id" -> id = in.text();
          case "status" -> state = in.text();
          case "film" -> film = in.text();
          default -> in.undocumented();
        }
      }
      return new Job(id, state, film);
    }
  }
}
// end
