package com.example.acme;

// snippet:own-mapper
import com.example.acme.AcmeDialect.Job;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.ErrorValue;
import io.github.reelay.dialect.ErrorReport;
import io.github.reelay.dialect.ResponseMapper;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.WebUrl;
import java.util.Map;

final class AcmeMapper implements ResponseMapper<Job> {
  private static final StatusTexts STATUS =
      StatusTexts.of(
          Map.of(
              "waiting", TaskStatus.QUEUED,
              "rendering", TaskStatus.RUNNING,
              "done", TaskStatus.SUCCEEDED,
              "broken", TaskStatus.FAILED));

  @Override
  public Job readTask(ContractReader in) {
    return Job.read(in);
  }

  @Override
  public ErrorReport readError(ContractReader in) {
    ErrorValue error = null;
    if (in.enterObject()) {
      while (in.nextField()) {
        if (in.field().equals("error")) {
          error = in.error();
        } else {
          in.skip();
        }
      }
    }
    return new ErrorReport(error, null, null, null);
  }

  @Override
  public String status(Job job) {
    return job.state();
  }

  @Override
  public void map(Job job, TaskAssembler assembler) {
    assembler.id(job.id());
    assembler.status(job.state(), STATUS.status(job.state()));
    WebUrl film = assembler.url("/film", job.film());
    if (film != null) {
      assembler.video(Video.from(film).build());
    }
  }
}
// end
