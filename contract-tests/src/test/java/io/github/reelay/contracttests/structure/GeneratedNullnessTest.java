package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contracttools.spec.TestProviders;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A null checker learns from the generated code what a response may leave out: everything. */
class GeneratedNullnessTest {
  private static final String CLIENTS = "io.github.reelay.client.";

  static Stream<Class<?>> records() {
    return Modules.classes().stream()
        .filter(type -> type.getPackageName().startsWith(CLIENTS) && type.isRecord())
        .map(JavaClass::reflect);
  }

  @Test
  void everyGeneratedPackageIsMarked() {
    assertThat(records().map(Class::getPackage).distinct())
        .hasSameSizeAs(TestProviders.names())
        .allMatch(each -> each.isAnnotationPresent(NullMarked.class));
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyComponentMayBeNull(Class<?> type) throws NoSuchMethodException {
    assertThat(type.getRecordComponents())
        .extracting(RecordComponent::getAnnotatedType)
        .isNotEmpty()
        .allMatch(GeneratedNullnessTest::isNullable);
    assertThat(type.getMethod("read", ContractReader.class).getAnnotatedReturnType())
        .matches(GeneratedNullnessTest::isNullable);
  }

  /** Of a list the elements too: each may be null in a response. */
  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class)
        && (!(type instanceof AnnotatedParameterizedType list)
            || Arrays.stream(list.getAnnotatedActualTypeArguments())
                .allMatch(GeneratedNullnessTest::isNullable));
  }
}
