package io.github.reelay.internal.document;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.mapping.ValuePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a document says that bodies are read: by a declared contract, or by places alone. */
interface BodyForm extends PlaceStep.Handover {

  /** Reads the whole body of a response that may show a task; null if it is no object. */
  @Nullable Object readTask(ContractReader in);

  /** Reads what an error says: in a whole body, or in the task inside its envelope. */
  @Nullable Object readError(ContractReader in);

  /** Where an error is said, from what {@link #readError} reads. */
  List<ValuePlace> errorPlaces();
}
