package io.github.reelay.internal.document;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.TaskMapping;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mapping that a document describes, followed at run time: hands over what stands at each
 * place. Total: what cannot be taken as the document says is absent.
 */
final class InterpretedMapping implements TaskMapping<InterpretedMapping.Body> {
  private final ProviderFacts facts;
  private final BodyForm form;
  private final List<String> envelope;
  private final List<List<String>> statuses;
  private final List<PlaceStep> places;
  private final List<PlaceStep> errors;

  /**
   * What was read of a response.
   *
   * @param root the named members of the whole body; null if it is no object
   */
  record Body(@Nullable Object root) {
    /** Leaves the values out: they may be prompts or signed URLs. */
    @Override
    public String toString() {
      return "Body";
    }
  }

  /**
   * For one provider.
   *
   * @param places those of the task, relative to it
   * @param form how bodies are read
   */
  InterpretedMapping(ProviderFacts facts, List<ValuePlace> places, BodyForm form) {
    this.facts = facts;
    this.form = form;
    this.envelope = JsonPointers.tokens(facts.envelope());
    this.places = PlaceStep.all(places, form);
    this.errors = PlaceStep.all(form.errorPlaces(), form);
    this.statuses =
        places.stream()
            .filter(place -> place.name() == ValueName.STATUS)
            .map(place -> JsonPointers.tokens(place.pointer()))
            .toList();
  }

  @Override
  public ProviderFacts provider() {
    return facts;
  }

  @Override
  public @Nullable Body readTask(ContractReader in) {
    Object root = form.readTask(in);
    return root == null ? null : new Body(root);
  }

  @Override
  public @Nullable String status(Body response) {
    Object task = Steps.follow(response.root(), envelope);
    String blank = null;
    for (List<String> steps : statuses) {
      ScalarValue word = LooseForm.scalar(Steps.follow(task, steps));
      if (word != null && !word.text().isBlank()) {
        return word.text();
      }
      blank = word == null || blank != null ? blank : word.text();
    }
    return blank;
  }

  @Override
  public void map(Body response, TaskValues values) {
    Object task = Steps.follow(response.root(), envelope);
    for (PlaceStep place : places) {
      place.hand(task, values);
    }
  }

  @Override
  public void readError(ContractReader in, TaskValues values) {
    Object root = form.readError(in);
    for (PlaceStep place : errors) {
      place.hand(root, values);
    }
  }
}
