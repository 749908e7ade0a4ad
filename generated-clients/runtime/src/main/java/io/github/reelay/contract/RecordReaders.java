package io.github.reelay.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the static {@code read} method of a generated record, once per class. */
final class RecordReaders {
  private static final ClassValue<Function<ContractReader, Object>> READERS =
      new ClassValue<>() {
        @Override
        protected Function<ContractReader, Object> computeValue(Class<?> type) {
          return reader(type);
        }
      };

  private RecordReaders() {}

  /**
   * The reader of a generated record, looked up by reflection at the first call only.
   *
   * @throws IllegalArgumentException if the type is no generated record
   */
  static Function<ContractReader, Object> of(Type type) {
    if (type instanceof Class<?> known) {
      return READERS.get(known);
    }
    throw noRecord(type, null);
  }

  private static Function<ContractReader, Object> reader(Class<?> type) {
    try {
      MethodHandle read =
          MethodHandles.publicLookup()
              .findStatic(type, "read", MethodType.methodType(type, ContractReader.class))
              .asType(MethodType.methodType(Object.class, ContractReader.class));
      return in -> invoke(read, in);
    } catch (ReflectiveOperationException absent) {
      throw noRecord(type, absent);
    }
  }

  private static Object invoke(MethodHandle read, ContractReader in) {
    try {
      return read.invokeExact(in);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable undeclared) {
      throw new IllegalStateException(
          "expected a generated reader without checked exceptions, found that it throws one",
          undeclared);
    }
  }

  private static IllegalArgumentException noRecord(Type type, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "expected a generated record with a static method read(ContractReader), found "
            + type.getTypeName(),
        cause);
  }
}
