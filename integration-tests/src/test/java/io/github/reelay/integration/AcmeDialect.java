package io.github.reelay.integration;

import io.github.reelay.client.toapis.ErrorBody;
import io.github.reelay.client.toapis.GenerationTask;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.ErrorReport;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.dialect.ResponseMapper;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.WebUrl;
import java.util.Map;

/** A provider of which this repository knows nothing. It responses as toapis does. */
public final class AcmeDialect extends Dialect {
  static final String NAME = "acme";

  /** For the service loader. */
  public AcmeDialect() {
    super(profile(new ToapisDialect().profile()), new AcmeMapper());
  }

  private static ProviderProfile profile(ProviderProfile toapis) {
    return new ProviderProfile(
        NAME,
        toapis.baseUrl(),
        toapis.path(),
        toapis.documentation(),
        toapis.lastVerified(),
        toapis.polling(),
        toapis.unknownTaskCodes(),
        toapis.recordsKept());
  }

  @Override
  public ClientBinding<?> binding() {
    return new ToapisDialect().binding();
  }

  private static final class AcmeMapper implements ResponseMapper<GenerationTask> {
    private static final StatusTexts STATUS =
        StatusTexts.of(
            Map.of(
                "queued", TaskStatus.QUEUED,
                "in_progress", TaskStatus.RUNNING,
                "completed", TaskStatus.SUCCEEDED));

    @Override
    public GenerationTask readTask(ContractReader in) {
      return GenerationTask.read(in);
    }

    @Override
    public ErrorReport readError(ContractReader in) {
      ErrorBody body = ErrorBody.read(in);
      return body == null
          ? ErrorReport.NONE
          : new ErrorReport(body.error(), body.code(), body.message(), body.msg());
    }

    @Override
    public String status(GenerationTask task) {
      return task.status();
    }

    @Override
    public void map(GenerationTask task, TaskAssembler assembler) {
      assembler.id(task.id());
      assembler.status(task.status(), STATUS.status(task.status()));
      for (WebUrl url : assembler.urlsElsewhere()) {
        assembler.video(Video.from(url).build());
      }
    }
  }
}
