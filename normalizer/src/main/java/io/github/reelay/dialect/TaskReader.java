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
 * The one path from a response to a query result: decides whether the response shows a task and
 * where, and lets the provider's {@link ResponseMapper} read it there. Total.
 *
 * @param <T> the generated record of a task
 */
final class TaskReader<T> {
  private final ResponseMapper<T> mapper;
  private final Function<ContractReader, @Nullable T> task = new TaskByContract();
  private final Set<String> unknownTaskCodes;
  private final TaskLocation documented;

  /**
   * A reader for the provider of that mapping.
   *
   * @param unknownTaskCodes see {@link ProviderProfile#unknownTaskCodes}
   */
  TaskReader(ResponseMapper<T> mapper, Set<String> unknownTaskCodes) {
    this.mapper = mapper;
    this.unknownTaskCodes = unknownTaskCodes;
    this.documented = TaskLocation.documented(mapper.envelope());
  }

  QueryResult read(ResponseContext context) {
    if (context.response().isSuccess()) {
      return readSuccess(context);
    }
    ErrorDescription error = error(context.response(), TaskLocation.TOP);
    TaskAssembler ended = context.id() == null ? null : endedTask(context);
    return ended != null
        ? new QueryResult.Found(ended.finish())
        : failed(context, error, List.of());
  }

  private QueryResult readSuccess(ResponseContext context) {
    try {
      Decoded<@Nullable T> decoded = decode(context, TaskLocation.TOP);
      TaskAssembler found = find(context, decoded);
      return found != null
          ? new QueryResult.Found(found.finish())
          : withoutStatus(context, decoded);
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
      TaskAssembler found = find(context, decode(context, TaskLocation.TOP));
      return found != null && found.isEndedTask() ? found : null;
    } catch (UnreadableException unreadable) {
      return null; // the status alone decides, as for an empty or an HTML body
    }
  }

  /** The task, at the first place that shows a status; null if none does. */
  private @Nullable TaskAssembler find(ResponseContext context, Decoded<@Nullable T> decoded)
      throws UnreadableException {
    T task = decoded.value();
    boolean atTop = task != null && mapper.status(task) != null;
    TaskAssembler top = atTop ? assembler(context, documented, decoded, null) : null;
    if (documented != TaskLocation.TOP) {
      return top != null ? top : withoutEnvelope(context);
    }
    if (top != null && !top.isBareSuccess()) {
      return top;
    }
    BodyOutline outline = ContractReader.read(context.response().body(), BodyOutline::read).value();
    BodyOutline data = outline.data();
    if (data != null && data.hasStatus() && (top != null || !outline.hasStatus())) {
      TaskLocation location =
          outline.dataInArray() ? TaskLocation.FIRST_OF_DATA : TaskLocation.DATA;
      return assembler(context, location, decode(context, location), data.id());
    }
    return top != null || !outline.hasStatus()
        ? top
        : assembler(context, TaskLocation.TOP, decoded, outline.id());
  }

  /**
   * A task with an id that is the whole body although the contract has an envelope; null if the
   * body shows no status or no id.
   */
  private @Nullable TaskAssembler withoutEnvelope(ResponseContext context)
      throws UnreadableException {
    byte[] body = context.response().body();
    BodyOutline outline = ContractReader.read(body, BodyOutline::read).value();
    if (!outline.hasStatus() || outline.id() == null) {
      return null;
    }
    Decoded<@Nullable T> inside = ContractReader.read(documented.around(body), task);
    Decoded<@Nullable T> decoded =
        new Decoded<>(inside.value(), documented.inside(inside.findings()));
    return assembler(context, TaskLocation.WITHOUT_ENVELOPE, decoded, outline.id());
  }

  private QueryResult withoutStatus(ResponseContext context, Decoded<@Nullable T> decoded)
      throws UnreadableException {
    BodyOutline outline = ContractReader.read(context.response().body(), BodyOutline::read).value();
    ErrorDescription error = error(context.response(), TaskLocation.TOP);
    if (error.report().isFailure() || outline.oddError()) {
      return failed(context, error, decoded.findings());
    }
    return outline.id() != null
        ? new QueryResult.Found(assembler(context, documented, decoded, outline.id()).finish())
        : unreadable(
            context,
            "expected a task, found an object without status, id or error; does the base URL lead"
                + " to the provider's API?");
  }

  private Decoded<@Nullable T> decode(ResponseContext context, TaskLocation location)
      throws UnreadableException {
    return ContractReader.read(context.response().body(), location.reader(task));
  }

  private TaskAssembler assembler(
      ResponseContext context,
      TaskLocation location,
      Decoded<@Nullable T> decoded,
      @Nullable String ownId) {
    FindingCollector collector = new FindingCollector(location, decoded.findings());
    OwnId id = new OwnId(ownId);
    TaskAssembler assembler = new TaskAssembler(context, collector, id, this);
    T task = decoded.value();
    if (task != null) {
      mapper.map(task, assembler);
    }
    return assembler;
  }

  /** What the body says of an error; nothing if it cannot be read. */
  ErrorDescription error(RecordedResponse response, TaskLocation location) {
    try {
      byte[] body = response.body();
      Function<ContractReader, @Nullable ErrorReport> contract = location.reader(mapper::readError);
      ErrorReport report = ContractReader.read(body, contract).value();
      Function<ContractReader, @Nullable UndocumentedReasons> other =
          location.reader(UndocumentedReasons::read);
      return ErrorDescription.of(report, ContractReader.read(body, other).value());
    } catch (UnreadableException unreadable) {
      return ErrorDescription.of(
          null, null); // the status alone decides, as for an empty or an HTML body
    }
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

  // A class, because the first lambda of a program takes longer than reading its first task.
  private final class TaskByContract implements Function<ContractReader, @Nullable T> {
    @Override
    public @Nullable T apply(ContractReader in) {
      return mapper.readTask(in);
    }
  }
}
