package io.github.reelay.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNamesTest {
  private static final MemberNames NAMES = MemberNames.of("id", "status", "video_url", "né\"w");

  /** What each member's name was taken for, with its value. */
  private static List<String> taken(String body) throws UnreadableException {
    return ContractReader.read(
            body.getBytes(UTF_8),
            in -> {
              List<String> seen = new ArrayList<>();
              for (int at = in.nextMember(NAMES, 0); at > 0; at = in.nextMember(NAMES, at)) {
                seen.add(at + "=" + in.field() + ":" + in.int64());
              }
              return seen;
            })
        .value();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      delimiter = '|',
      value = {
        "{} |",
        "{\"id\":1,\"status\":2,\"video_url\":3,\"né\\\"w\":4} | 1=id:1 2=status:2 3=video_url:3"
            + " 4=né\"w:4",
        "{ \"id\" : 1 , \"video_url\" : 3 } | 1=id:1 3=video_url:3",
        "{\"video_url\":3,\"status\":2,\"id\":1} | 3=video_url:3 2=status:2 1=id:1",
        "{\"id\":1,\"x\":9,\"y\":8,\"status\":2} | 1=id:1 5=x:9 5=y:8 2=status:2",
        "{\"id\":1,\"id\":2,\"status\":3} | 1=id:1 1=id:2 2=status:3",
        "{\"i\\u0064\":1,\"statu\":2,\"status_\":3} | 1=id:1 5=statu:2 5=status_:3",
        "{\"n\\u00e9\\u0022w\":4,\"id\":1} | 4=né\"w:4 1=id:1",
      })
  void findsEachNameWhereverItStands(String body, String expected) throws UnreadableException {
    assertThat(String.join(" ", taken(body))).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void readsAnyOrderAsTheOrderOfTheContract() throws UnreadableException {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      List<String> members = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 5, 5, 1 + random.nextInt(3)));
      Collections.shuffle(order, random);
      for (int at : order.subList(0, random.nextInt(order.size() + 1))) {
        String name =
            at == 5
                ? "x".repeat(1 + random.nextInt(20))
                : List.of("id", "status", "video_url").get(at - 1);
        int value = random.nextInt(100);
        members.add("\"" + name + "\":" + value);
        expected.add(at + "=" + name + ":" + value);
      }

      assertThat(taken("{" + String.join(",", members) + "}")).isEqualTo(expected);
    }
  }

  @Test
  void skipsANameThatIsTooLong() throws UnreadableException {
    String name = "n".repeat(BodyLimits.NAME_LENGTH + 1);

    assertThat(taken("{\"id\":1,\"" + name + "\":{\"id\":7},\"status\":2}"))
        .containsExactly("1=id:1", "2=status:2");
  }
}
