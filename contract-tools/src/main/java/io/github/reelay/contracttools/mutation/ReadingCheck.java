package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Decoded;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.Members;
import io.github.reelay.contracttools.spec.Spec;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** The generated records, as they read every example. */
final class ReadingCheck {
  private ReadingCheck() {}

  static Stream<String> complaints(Subject subject) {
    ObjectMapper json = new ObjectMapper();
    return subject.spec().examples().stream()
        .flatMap(example -> complaints(subject, example, json));
  }

  private static Stream<String> complaints(Subject subject, Example example, ObjectMapper json) {
    Decoded<Object> read = read(subject.client(), example);
    List<String> found = findings(read);
    Example original = Spec.of(example.provider()).example(example.name());
    List<String> expected = findings(read(subject.original(), original));
    if (!found.equals(expected)) {
      return Stream.of(example.name() + ": expected the findings " + expected + ", found " + found);
    }
    JsonNode written = json.valueToTree(read.value());
    JsonNode set = Members.withoutUnset(subject.spec(), example.schema(), example.value());
    return Members.filled(written).equals(Members.filled(set))
        ? Stream.of()
        : Stream.of(example.name() + ": expected every member in the record, found " + written);
  }

  private static List<String> findings(Decoded<Object> read) {
    return read.findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .toList();
  }

  private static Decoded<Object> read(Client client, Example example) {
    try {
      Method read = client.type(example.schema()).getMethod("read", ContractReader.class);
      return ContractReader.read(example.bytes(), in -> invoke(read, in));
    } catch (ReflectiveOperationException | UnreadableException broken) {
      throw new IllegalStateException("expected a record of " + example.schema(), broken);
    }
  }

  private static Object invoke(Method read, ContractReader in) {
    try {
      return read.invoke(null, in);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
