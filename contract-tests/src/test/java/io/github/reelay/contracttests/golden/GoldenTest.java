package io.github.reelay.contracttests.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.ExampleServer;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every named example goes over HTTP, through generated client and mapper, and comes out as the
 * canonical JSON in {@code golden/<provider>/<example>.json}, compared whole.
 *
 * <p>What is queried is the id of the document's own request. All responses come at {@link
 * TestProviders#OBSERVED_AT}. What a reader should compare with the numbered facts:
 *
 * <ul>
 *   <li>toapis {@code queued}: T14 is the id, T30 the reported id and everything else; {@code
 *       createdAt} is T30's 1768380222 (T32); findings empty, since T29 is the whole contract.
 *   <li>toapis {@code submitted}: queued as well (T38, TC1), with the provider's own word.
 *   <li>toapis {@code completed}: TE1; {@code expiresAt} is stated, a day after {@code
 *       completedAt}. {@code completed-top-level-url}: T33 to T35, and no format, since nothing
 *       states one.
 *   <li>toapis {@code rejected}: TE3 is {@code content-rejected} by its message, in spite of its
 *       code; {@code failed-with-completion}: TE4 keeps {@code completedAt} and its progress.
 *   <li>toapis errors: TE5 to TE8; the code as text; 404, 401, 402, 422 say retry no, 429 and 500
 *       yes, 429 with the 30 seconds of its header.
 *   <li>xingchaoyiqing {@code queued}, {@code running}: X9's time is {@code createdAt}; XE6's
 *       explicit nulls leave no finding and no key.
 *   <li>xingchaoyiqing {@code completed}: X16's URL to the letter, X17's 10.0 seconds, X35's mp4;
 *       {@code expiresAt} is the observation plus X34's day and says that it is estimated (XC7).
 *   <li>xingchaoyiqing {@code creation-failed}: XE8 is a failed task with its text as message, no
 *       reported id, a missing id and an undocumented object.
 *   <li>22codex {@code running}: C30's pending is running by C39; 93 is C42 rounded down; {@code
 *       createdAt} is C41, {@code updatedAt} C31; the model is the id's prefix (CC14).
 *   <li>22codex {@code completed}: C49 to C51 and C53's preview; {@code completedAt} is C58 to the
 *       microsecond, {@code updatedAt} C52; no {@code createdAt}, no expiry, no format.
 *   <li>22codex {@code failed}, {@code rejected}: the word failed is undocumented at both places;
 *       the reason and the code of moderation come from {@code pending_info} (CC22).
 *   <li>22codex {@code flat-completed}: CE6's size, seconds and both times in seconds.
 * </ul>
 *
 * <p>To rewrite them on purpose: {@code ./mvnw -pl contract-tests -am verify
 * -Dgolden.rewrite=true}, then read the difference and compare it with the facts. The test of each
 * file that was rewritten fails.
 */
class GoldenTest {
  private static final Path FOLDER = Root.path("contract-tests/src/test/resources/golden");
  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");
  private static ExampleServer server;

  @BeforeAll
  static void start() throws IOException {
    server = ExampleServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Example> examples() {
    return Spec.all().flatMap(spec -> spec.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void comesOutAsItsGoldenJson(Example example) throws IOException {
    String json = canonical(example);

    if (REWRITE && !json.equals(committed(example))) {
      Files.createDirectories(file(example).getParent());
      Files.writeString(file(example), json);
      fail("Rewrote %s; compare it with the facts, then run without -Dgolden.rewrite", example);
    }
    assertThat(file(example)).as("golden file of the example %s", example).isRegularFile();
    assertThat(json).isEqualToNormalizingNewlines(Files.readString(file(example)));
  }

  @Test
  void everyGoldenHasAnExample() throws IOException {
    List<Path> expected = examples().map(GoldenTest::file).sorted().toList();

    try (Stream<Path> found = Files.walk(FOLDER)) {
      assertThat(found.filter(Files::isRegularFile).sorted()).containsExactlyElementsOf(expected);
    }
  }

  private static String canonical(Example example) {
    String id = Spec.of(example.provider()).queriedId();
    try (Provider provider = TestProviders.at(example.provider(), server.serve(example))) {
      return CanonicalJson.pretty(provider.query(id)) + "\n";
    }
  }

  /** Empty if there is no such file yet. */
  private static String committed(Example example) throws IOException {
    return Files.exists(file(example)) ? Files.readString(file(example)) : "";
  }

  private static Path file(Example example) {
    return FOLDER.resolve(example.provider()).resolve(example.name() + ".json");
  }
}
