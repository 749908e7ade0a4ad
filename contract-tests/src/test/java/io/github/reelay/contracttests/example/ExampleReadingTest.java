package io.github.reelay.contracttests.example;

import static org.assertj.core.api.Assertions.assertThat;

import feign.jackson.JacksonDecoder;
import io.github.reelay.contract.ContractDecoder;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.Members;
import io.github.reelay.contracttools.spec.Spec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract itself shows is read by what was generated from it, without a surprise. */
class ExampleReadingTest {
  /** Examples that leave the contract on purpose, and where. */
  private static final Map<String, List<String>> ON_PURPOSE =
      Map.of(
          "22codex/failed",
              List.of("undocumented-value /detail/status", "undocumented-value /status"),
          "22codex/rejected",
              List.of("undocumented-value /detail/status", "undocumented-value /status"),
          "22codex/flat-running", List.of("undocumented-value /status"),
          "xingchaoyiqing/creation-failed", List.of("undocumented-value /object"));

  static Stream<Example> examples() {
    return Spec.all().flatMap(spec -> spec.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isReadWithoutAFindingUnlessOnPurpose(Example example) throws UnreadableException {
    List<String> expected = ON_PURPOSE.getOrDefault(example.toString(), List.of());

    assertThat(Generated.findings(example)).as("findings of %s", example).isEqualTo(expected);
  }

  @Test
  void whatLeavesTheContractOnPurposeIsAnExample() {
    assertThat(examples().map(Example::toString)).containsAll(ON_PURPOSE.keySet());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anObjectMapperReadsTheSame(Example example) throws IOException, UnreadableException {
    Object read = Generated.read(example).value();

    byte[] set = example.withoutUnset().bytes(); // a mapper does not know what a 0 stands for
    assertThat(Generated.MAPPER.readValue(set, Generated.type(example))).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bothDecodersOfFeignReadTheSame(Example example) throws IOException, UnreadableException {
    Object read = Generated.read(example).value();

    List<Object> decoded = new ArrayList<>();
    decoded.add(Generated.decode(new ContractDecoder(), example));
    decoded.add(Generated.decode(new JacksonDecoder(), example.withoutUnset()));

    assertThat(decoded).containsExactly(read, read);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyMemberArrivesInTheRecord(Example example) throws UnreadableException {
    Object read = Generated.read(example).value();

    assertThat(Members.filled(Generated.MAPPER.valueToTree(read)))
        .isEqualTo(Members.filled(example.withoutUnset().value()));
  }
}
