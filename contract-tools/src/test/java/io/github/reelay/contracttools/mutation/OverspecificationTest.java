package io.github.reelay.contracttools.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.TestProviders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverspecificationTest {
  private static final List<PinnedResponse> COMMITTED = PinnedResponse.committed();

  @Test
  void everyProviderHasPins() {
    assertThat(COMMITTED)
        .extracting(PinnedResponse::provider)
        .containsAll(TestProviders.names())
        .isSubsetOf(TestProviders.names());
    assertThat(COMMITTED).flatExtracting(PinnedResponse::pins).hasSizeGreaterThan(200);
  }

  @Test
  void reportsAPinWithoutWhichTheTaskIsTheSame() {
    PinnedResponse queued = pinning("{\"id\":\"a\",\"status\":\"queued\",\"object\":\"video\"}");

    assertThat(Overspecification.complaints(List.of(queued), List.of()))
        .containsExactly(
            "expected the canonical task of 'a task' of toapis to change without /object, found the"
                + " same; do not pin the field, or say why in mutation/pin-reasons/toapis.json");
  }

  @Test
  void looksIntoListsAndAtNulls() {
    PinnedResponse completed =
        pinning(
            "{\"status\":\"completed\",\"error\":null,\"result\":{\"data\":["
                + "{\"url\":\"https://files.example.com/1.mp4\",\"last_frame_url\":\"x\"}]}}");

    assertThat(Overspecification.idle(List.of(completed)))
        .extracting(PinnedField::pointer)
        .containsExactly("/error", "/result/data/0/last_frame_url");
  }

  @Test
  void acceptsAPinForWhichAReasonIsStated() {
    PinnedResponse queued = pinning("{\"status\":\"queued\",\"object\":\"video\"}");
    PinReason reason = new PinReason("toapis", "a .*", "/obj.*", "a finding shows it");

    assertThat(Overspecification.complaints(List.of(queued), List.of(reason))).isEmpty();
  }

  @Test
  void reportsAReasonThatNoPinNeeds() {
    PinnedResponse queued = pinning("{\"id\":\"a\",\"status\":\"queued\"}");
    PinReason reason = new PinReason("toapis", "a task", "/id", "somebody may want it");

    assertThat(Overspecification.complaints(List.of(queued), List.of(reason)))
        .containsExactly(
            "expected a pin of toapis that needs the reason 'somebody may want it' (/id in"
                + " 'a task'), found none; remove it from mutation/pin-reasons/toapis.json");
  }

  private static PinnedResponse pinning(String body) {
    return new PinnedResponse("toapis", "a task", 200, Map.of(), TestResources.parse(body));
  }
}
