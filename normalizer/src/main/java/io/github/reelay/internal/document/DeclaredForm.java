package io.github.reelay.internal.document;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.KnownValues;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.document.DeclaredValue;
import io.github.reelay.document.ProviderDocument;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.ValuePlace;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies by the contract that an OpenAPI document declares, with the same findings as the
 * client that is generated from it.
 */
final class DeclaredForm implements BodyForm {
  private final DeclaredValue response;
  private final @Nullable DeclaredValue error;
  private final Map<DeclaredValue, KnownValues> words = new IdentityHashMap<>();

  DeclaredForm(ProviderDocument document) {
    this.response = document.response();
    this.error = document.error();
    collect(response);
  }

  private void collect(DeclaredValue value) {
    if (!value.knownValues().isEmpty()) {
      words.put(value, KnownValues.of(value.knownValues().toArray(new String[0])));
    }
    value.members().values().forEach(this::collect);
    if (value.items() != null) {
      collect(value.items());
    }
  }

  @Override
  public @Nullable Object readTask(ContractReader in) {
    return read(response, in);
  }

  @Override
  public @Nullable Object readError(ContractReader in) {
    if (error == null) {
      in.skip();
      return null;
    }
    return read(error, in);
  }

  @Override
  public boolean handsAbsent() {
    return false;
  }

  @Override
  public List<ValuePlace> errorPlaces() {
    return error == null ? List.of() : error.allPlaces();
  }

  private @Nullable Object read(DeclaredValue declared, ContractReader in) {
    if (declared.unsetZero() && in.atZero()) {
      in.skip();
      return null;
    }
    return switch (declared.kind()) {
      case TEXT -> words.containsKey(declared) ? in.knownValue(words.get(declared)) : in.text();
      case INTEGER -> in.int64();
      case NUMBER -> in.decimal();
      case BOOLEAN -> in.bool();
      case TEXT_TIME -> in.textTime();
      case INTEGER_TIME -> in.integerTime();
      case NUMBER_TIME -> in.numberTime();
      case SCALAR -> in.scalar();
      case ERROR -> in.error();
      case ANY -> in.any();
      case ARRAY -> elements(declared.items(), in);
      case OBJECT -> members(declared, in);
    };
  }

  private @Nullable Object elements(@Nullable DeclaredValue items, ContractReader in) {
    return in.list(element -> items == null ? element.any() : read(items, element));
  }

  private @Nullable Object members(DeclaredValue declared, ContractReader in) {
    if (!in.enterObject()) {
      return null;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (in.nextField()) {
      String name = in.field();
      DeclaredValue member = declared.members().get(name);
      if (member == null) {
        in.undocumented();
      } else {
        members.put(name, read(member, in)); // of duplicates the last counts
      }
    }
    return members;
  }

  @Override
  public void hand(ValuePlace place, @Nullable Object value, TaskValues values) {
    if (place.name() == null) {
      values.presence(place, value != null);
    } else if (value instanceof Long whole) {
      values.integer(place, whole);
    } else if (value instanceof Double number) {
      values.number(place, number);
    } else if (value instanceof Boolean is) {
      values.bool(place, is);
    } else if (value instanceof Timestamp time) {
      values.time(place, time);
    } else if (value instanceof ScalarValue scalar) {
      values.scalar(place, scalar);
    } else if (value instanceof ErrorValue failure) {
      values.error(place, failure);
    } else {
      values.text(place, value instanceof String text ? text : null);
    }
  }
}
