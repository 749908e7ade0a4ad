package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Decoded;
import io.github.reelay.contract.UnreadableException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a response holds the task: in the envelope that the contract has, in {@code data}
 * although the contract has no envelope, or at the top although it has one.
 *
 * @param <T> the generated record of a task
 */
final class EnvelopeSearch<T> {
  private final ResponseMapper<T> mapper;
  private final Function<ContractReader, @Nullable T> task = new TaskByContract();
  private final TaskLocation documented;

  EnvelopeSearch(ResponseMapper<T> mapper) {
    this.mapper = mapper;
    this.documented = TaskLocation.documented(mapper.envelope());
  }

  /** The body as the contract has it. */
  Decoded<@Nullable T> decode(ResponseContext context) throws UnreadableException {
    return decode(context, TaskLocation.TOP);
  }

  /** The task, at the first place that shows a status; null if none does. */
  @Nullable TaskAssembler find(ResponseContext context, Decoded<@Nullable T> decoded)
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

  /** The task where the contract has it, with an id that was found without a contract. */
  TaskAssembler documented(ResponseContext context, Decoded<@Nullable T> decoded, String ownId) {
    return assembler(context, documented, decoded, ownId);
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
    TaskAssembler assembler = new TaskAssembler(context, collector, id, mapper);
    T task = decoded.value();
    if (task != null) {
      mapper.map(task, assembler);
    }
    return assembler;
  }

  // A class, because the first lambda of a program takes longer than reading its first task.
  private final class TaskByContract implements Function<ContractReader, @Nullable T> {
    @Override
    public @Nullable T apply(ContractReader in) {
      return mapper.readTask(in);
    }
  }
}
