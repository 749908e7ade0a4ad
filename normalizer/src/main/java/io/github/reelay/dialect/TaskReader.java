package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Decoded;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one path from a response to a query result: decides whether the response shows a task, and
 * what it means if it shows none. Where the task stands is decided by {@link EnvelopeSearch}.
 * Total.
 *
 * @param <T> the generated record of a task
 */
final class TaskReader<T> {
  private final ResponseMapper<T> mapper;
  private final Set<String> unknownTaskCodes;
  private final EnvelopeSearch<T> envelopes;

  /**
   * A reader for the provider of that mapping.
   *
   * @param unknownTaskCodes see {@link ProviderProfile#unknownTaskCodes}
   */
  TaskReader(ResponseMapper<T> mapper, Set<String> unknownTaskCodes) {
    this.mapper = mapper;
    this.unknownTaskCodes = unknownTaskCodes;
    this.envelopes = new EnvelopeSearch<>(mapper);
  }

  QueryResult read(ResponseContext context) {
    if (context.response().isSuccess()) {
      return readSuccess(context);
    }
    ErrorDescription error = error(context);
    TaskAssembler ended = context.id() == null ? null : endedTask(context);
    return ended != null
        ? new QueryResult.Found(ended.finish())
        : failed(context, error, List.of());
  }

  private QueryResult readSuccess(ResponseContext context) {
    try {
      Decoded<@Nullable T> decoded = envelopes.decode(context);
      TaskAssembler found = envelopes.find(context, decoded);
      if (found == null) {
        return withoutStatus(context, decoded);
      }
      return found.mayBeRefusal() && !outline(context).showsId()
          ? failed(context, error(context), decoded.findings())
          : new QueryResult.Found(found.finish());
    } catch (UnreadableException unreadable) {
      return unreadable(context, unreadable.getMessage());
    }
  }

  /**
   * The whole task that an error status hides: the task of the query, with a word that ends it.
   * Null for anything else: a task that goes on is no reason to take an error for a task.
   */
  private @Nullable TaskAssembler endedTask(ResponseContext context) {
    try {
      TaskAssembler found = envelopes.find(context, envelopes.decode(context));
      return found != null && found.isEndedTask() ? found : null;
    } catch (UnreadableException unreadable) {
      return null; // the status alone decides, as for an empty or an HTML body
    }
  }

  private QueryResult withoutStatus(ResponseContext context, Decoded<@Nullable T> decoded)
      throws UnreadableException {
    BodyOutline outline = outline(context);
    ErrorDescription error = error(context);
    if (error.report().isFailure() || outline.oddError()) {
      return failed(context, error, decoded.findings());
    }
    return outline.id() != null
        ? new QueryResult.Found(envelopes.documented(context, decoded, outline.id()).finish())
        : unreadable(
            context,
            "expected a task, found an object without status, id or error; does the base URL lead"
                + " to the provider's API?");
  }

  private static BodyOutline outline(ResponseContext context) throws UnreadableException {
    return ContractReader.read(context.response().body(), BodyOutline::read).value();
  }

  private ErrorDescription error(ResponseContext context) {
    return ErrorDescription.read(mapper, context.response(), TaskLocation.TOP);
  }

  private QueryResult failed(
      ResponseContext context, ErrorDescription error, List<Finding> findings) {
    Failure failure = new ResponseFailure(context, error).failure(unknownTaskCodes);
    return new QueryResult.Failed(context.provider(), context.id(), failure, findings);
  }

  private static QueryResult unreadable(ResponseContext context, String diagnosis) {
    Failure failure =
        context.failure(FailureKind.UNREADABLE_RESPONSE, Origin.RELAY).diagnosis(diagnosis).build();
    return new QueryResult.Failed(context.provider(), context.id(), failure, List.of());
  }
}
