package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Document;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.exchange.Exchange;
import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.RelayKinds;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one path from an exchange to a reading: decides whether the answer shows a task and where,
 * and lets the provider's {@link Mapping} read it there. Total.
 *
 * @param <T> the generated record of a task
 */
final class AnswerReader<T> {
  private final Mapping<T> mapping;

  /** A reader for the provider of that mapping. */
  AnswerReader(Mapping<T> mapping) {
    this.mapping = mapping;
  }

  /**
   * Reads one answer.
   *
   * @param provider the name under which the provider is registered
   * @param id the id that was asked for; null for a saved body without one
   * @param exchange the answer
   */
  Reading read(String provider, @Nullable String id, Exchange exchange) {
    Answer answer = new Answer(provider, id, exchange);
    if (!exchange.isSuccess()) {
      return noTask(answer, errorReport(exchange, Place.TOP), List.of());
    }
    try {
      Document<@Nullable T> document = ContractReader.read(exchange.body(), mapping::readTask);
      T task = document.value();
      return task != null && mapping.status(task) != null
          ? task(answer, Place.TOP, document, null)
          : withoutStatus(answer, document);
    } catch (UnreadableException unreadable) {
      return unreadable(answer, unreadable.getMessage());
    }
  }

  private Reading withoutStatus(Answer answer, Document<@Nullable T> document)
      throws UnreadableException {
    byte[] body = answer.exchange().body();
    Shape shape = ContractReader.read(body, Shape::read).value();
    if (shape.hasStatus()) {
      return task(answer, Place.TOP, document, shape.id());
    }
    Shape data = shape.data();
    if (data != null && data.hasStatus()) {
      Place place = shape.dataInArray() ? Place.FIRST_OF_DATA : Place.DATA;
      Function<ContractReader, @Nullable T> reader = place.reader(mapping::readTask);
      return task(answer, place, ContractReader.read(body, reader), data.id());
    }
    ErrorReport report = errorReport(answer.exchange(), Place.TOP);
    if (report.isFailure() || shape.oddError()) {
      return noTask(answer, report, document.findings());
    }
    return shape.id() != null
        ? task(answer, Place.TOP, document, shape.id())
        : unreadable(answer, "expected a task, found an object without status, id or error");
  }

  private Reading task(
      Answer answer, Place place, Document<@Nullable T> document, @Nullable String ownId) {
    Exchange exchange = answer.exchange();
    Draft draft = new Draft(answer, place, document.findings(), () -> errorReport(exchange, place));
    draft.otherId(ownId);
    T task = document.value();
    if (task != null) {
      mapping.map(task, draft);
    }
    return new Reading.TaskSeen(draft.finish());
  }

  /** What the body says of an error; nothing if it cannot be read. */
  private ErrorReport errorReport(Exchange exchange, Place place) {
    try {
      Function<ContractReader, @Nullable ErrorReport> reader = place.reader(mapping::readError);
      ErrorReport report = ContractReader.read(exchange.body(), reader).value();
      return report == null ? ErrorReport.NONE : report;
    } catch (UnreadableException unreadable) {
      return ErrorReport.NONE; // the status alone decides, as for an empty or an HTML body
    }
  }

  private static Reading noTask(Answer answer, ErrorReport report, List<Finding> findings) {
    String code = report.code();
    Exchange exchange = answer.exchange();
    FailureKind kind = RelayKinds.of(code, exchange.httpStatus());
    Failure failure = answer.failure(kind, Origin.RELAY, code, report.words(), answer.redirect());
    return new Reading.NoTask(answer.provider(), answer.id(), failure, findings);
  }

  private static Reading unreadable(Answer answer, String diagnosis) {
    Failure failure =
        answer.failure(FailureKind.UNREADABLE_RESPONSE, Origin.RELAY, null, null, diagnosis);
    return new Reading.NoTask(answer.provider(), answer.id(), failure, List.of());
  }
}
