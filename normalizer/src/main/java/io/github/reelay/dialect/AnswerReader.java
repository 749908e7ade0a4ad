package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Decoded;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import java.util.List;
import java.util.Set;
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
  private final Function<ContractReader, @Nullable T> task;
  private final Set<String> unknownTaskCodes;

  /**
   * A reader for the provider of that mapping.
   *
   * @param unknownTaskCodes see {@link Profile#unknownTaskCodes}
   */
  AnswerReader(Mapping<T> mapping, Set<String> unknownTaskCodes) {
    this.mapping = mapping;
    this.task = mapping::readTask;
    this.unknownTaskCodes = unknownTaskCodes;
  }

  /** Reads one answer. */
  QueryResult read(Answer answer) {
    if (answer.response().isSuccess()) {
      return readSuccess(answer);
    }
    ErrorText error = errorText(answer.response(), Place.TOP);
    Draft ended = answer.id() == null ? null : endedTask(answer);
    return ended != null ? new QueryResult.Found(ended.finish()) : noTask(answer, error, List.of());
  }

  private QueryResult readSuccess(Answer answer) {
    try {
      Decoded<@Nullable T> decoded = document(answer, Place.TOP);
      Draft found = find(answer, decoded);
      return found != null ? new QueryResult.Found(found.finish()) : withoutStatus(answer, decoded);
    } catch (UnreadableException unreadable) {
      return unreadable(answer, unreadable.getMessage());
    }
  }

  /**
   * The whole task that an error status hides: the one that was asked for, with a word that ends
   * it. Null for anything else: a task that goes on is no reason to take an error for an answer.
   */
  private @Nullable Draft endedTask(Answer answer) {
    try {
      Draft found = find(answer, document(answer, Place.TOP));
      return found != null && found.isEndedTask() ? found : null;
    } catch (UnreadableException unreadable) {
      return null; // the status alone decides, as for an empty or an HTML body
    }
  }

  /** The task, at the first place that shows a status; null if none does. */
  private @Nullable Draft find(Answer answer, Decoded<@Nullable T> decoded)
      throws UnreadableException {
    T task = decoded.value();
    boolean atTop = task != null && mapping.status(task) != null;
    Draft top = atTop ? draft(answer, Place.TOP, decoded, null) : null;
    if (top != null && !top.isBareSuccess()) {
      return top;
    }
    Shape shape = ContractReader.read(answer.response().body(), Shape::read).value();
    Shape data = shape.data();
    if (data != null && data.hasStatus() && (top != null || !shape.hasStatus())) {
      Place place = shape.dataInArray() ? Place.FIRST_OF_DATA : Place.DATA;
      return draft(answer, place, document(answer, place), data.id());
    }
    return top != null || !shape.hasStatus() ? top : draft(answer, Place.TOP, decoded, shape.id());
  }

  private QueryResult withoutStatus(Answer answer, Decoded<@Nullable T> decoded)
      throws UnreadableException {
    Shape shape = ContractReader.read(answer.response().body(), Shape::read).value();
    ErrorText error = errorText(answer.response(), Place.TOP);
    if (error.report().isFailure() || shape.oddError()) {
      return noTask(answer, error, decoded.findings());
    }
    return shape.id() != null
        ? new QueryResult.Found(draft(answer, Place.TOP, decoded, shape.id()).finish())
        : unreadable(answer, "expected a task, found an object without status, id or error");
  }

  private Decoded<@Nullable T> document(Answer answer, Place place) throws UnreadableException {
    return ContractReader.read(answer.response().body(), place.reader(task));
  }

  private Draft draft(
      Answer answer, Place place, Decoded<@Nullable T> decoded, @Nullable String ownId) {
    RecordedResponse response = answer.response();
    Draft draft = new Draft(answer, place, decoded.findings(), () -> errorText(response, place));
    draft.otherId(ownId);
    T task = decoded.value();
    if (task != null) {
      mapping.map(task, draft);
    }
    return draft;
  }

  /** What the body says of an error; nothing if it cannot be read. */
  private ErrorText errorText(RecordedResponse response, Place place) {
    try {
      byte[] body = response.body();
      Function<ContractReader, @Nullable ErrorReport> contract = place.reader(mapping::readError);
      ErrorReport report = ContractReader.read(body, contract).value();
      Function<ContractReader, @Nullable OtherReasons> other = place.reader(OtherReasons::read);
      return ErrorText.of(report, ContractReader.read(body, other).value());
    } catch (UnreadableException unreadable) {
      return ErrorText.of(null, null); // the status alone decides, as for an empty or an HTML body
    }
  }

  private QueryResult noTask(Answer answer, ErrorText error, List<Finding> findings) {
    Failure failure = new Refusal(answer, error).failure(unknownTaskCodes);
    return new QueryResult.Failed(answer.provider(), answer.id(), failure, findings);
  }

  private static QueryResult unreadable(Answer answer, String diagnosis) {
    Failure failure =
        answer.failure(FailureKind.UNREADABLE_RESPONSE, Origin.RELAY, null, null, diagnosis);
    return new QueryResult.Failed(answer.provider(), answer.id(), failure, List.of());
  }
}
