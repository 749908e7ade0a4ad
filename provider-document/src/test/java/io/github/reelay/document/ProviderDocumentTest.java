package io.github.reelay.document;

import static io.github.reelay.mapping.CanonicalStatus.FAILED;
import static io.github.reelay.mapping.CanonicalStatus.QUEUED;
import static io.github.reelay.mapping.CanonicalStatus.RUNNING;
import static io.github.reelay.mapping.CanonicalStatus.SUCCEEDED;
import static io.github.reelay.mapping.ValuePlace.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderDocumentTest {
  private static final ProviderDocument RELAY = Relay.read();

  @Test
  void readsWhatIsSaidOfTheProvider() {
    assertThat(RELAY.facts())
        .isEqualTo(
            new ProviderFacts(
                "relay",
                URI.create("https://relay.example/api"),
                "/v1/video/{id}",
                URI.create("https://docs.relay.example/tasks"),
                LocalDate.of(2026, 11, 26),
                new PollingFacts(
                    Duration.ofMillis(2500), Duration.ofSeconds(15), Duration.ofMinutes(30), 20),
                Duration.ofDays(1),
                "mp4",
                "/data",
                Map.of(
                    QUEUED, List.of("NOT_START", "QUEUED"),
                    RUNNING, List.of("IN_PROGRESS"),
                    SUCCEEDED, List.of("SUCCESS"),
                    FAILED, List.of("FAILURE")),
                Set.of("task_not_exist")));
  }

  @Test
  void leavesOutWhatIsNotSaid() {
    assertThat(
            Relay.changed("servers:\n  - url: https://relay.example/api\n", "").facts().baseUrl())
        .isNull();
    assertThat(Relay.changed("  x-last-verified: '2026-11-26'\n", "").facts().lastVerified())
        .isNull();
    assertThat(Relay.changed(", perSecond: 20", "").facts().polling().perSecond()).isNull();
    assertThat(Relay.changed("      x-validity: 86400\n", "").facts().validity()).isNull();
    assertThat(Relay.changed("      x-video-format: mp4\n", "").facts().videoFormat()).isNull();
    assertThat(Relay.changed("      x-unknown-task: [task_not_exist]\n", "").facts())
        .extracting(ProviderFacts::unknownTaskCodes)
        .isEqualTo(Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "https://my_relay.example/api, https://my_relay.example/api",
    "HTTPS://relay.example/api/, https://relay.example/api",
    "https://例え.example, https://xn--r8jz45g.example",
  })
  void readsTheBaseUrlAsASettingIsRead(String written, String read) {
    assertThat(Relay.changed("url: https://relay.example/api", "url: " + written).facts().baseUrl())
        .hasToString(read);
  }

  @Test
  void putsTheIdWhereTheParameterStands() {
    assertThat(Relay.changed("          in: path", "          in: query").facts().path())
        .isEqualTo("/v1/video/{task_id}?task_id={id}");
  }

  @Test
  void readsEveryPlaceInTheOrderOfTheDocument() {
    assertThat(RELAY.places())
        .containsExactly(
            of(ValueName.ID, "/task_id"),
            of(ValueName.STATUS, "/status"),
            of(ValueName.PROGRESS_PERCENT, "/progress"),
            of(ValueName.COMPLETED_AT, "/finish_time")
                .presentOn(SUCCEEDED, FAILED)
                .in(Unit.SECONDS),
            of(ValueName.UPDATED_AT, "/changed"),
            of(ValueName.COMPLETED_AT, "/changed").counting(Counts.AFTER_END),
            of(ValueName.VIDEO_URL, "/videos/*/url"),
            of(ValueName.VIDEO_URL, "/videos/*/mirrors/*"),
            of(ValueName.FAILURE_MESSAGE, "/fail_reason").counting(Counts.UNLESS_SUCCEEDED),
            of(ValueName.VIDEO_URL, "/fail_reason").counting(Counts.AFTER_SUCCESS).asLastResort(),
            of(ValueName.FAILURE_CODE, "/error/code"),
            of(ValueName.FAILURE_MESSAGE, "/error/message"),
            of(ValueName.VIDEO_THUMBNAIL_URL, "/cover/url"),
            of(ValueName.VIDEO_URL, "/cover/mirrors/*"),
            ValuePlace.unnamed("/draft").presentOn(RUNNING));
  }

  @Test
  void declaresEachValueWithAllThatItContains() {
    DeclaredValue task = RELAY.task();

    assertThat(RELAY.response().members()).containsOnlyKeys("code", "data");
    assertThat(task.schema()).isEqualTo("Task");
    assertThat(task.members().get("finish_time"))
        .matches(DeclaredValue::unsetZero)
        .returns(ValueKind.INTEGER_TIME, DeclaredValue::kind);
    assertThat(task.members().get("status").knownValues())
        .containsExactly("NOT_START", "QUEUED", "IN_PROGRESS", "SUCCESS", "FAILURE");
    assertThat(task.members().get("videos").items().schema()).isEqualTo("File");
    assertThat(task.at("/cover/url").kind()).isEqualTo(ValueKind.TEXT);
    assertThat(task.at("/cover/other/url")).isNull();
  }

  @Test
  void readsWhatAnErrorBodyHolds() {
    assertThat(RELAY.error().allPlaces())
        .containsExactly(of(ValueName.FAILURE_MESSAGE, "/message"));
  }

  @Test
  void isTheTaskItselfWithoutAnEnvelope() {
    ProviderDocument bare =
        Relay.changed(
            "      x-envelope: /data\n      x-unknown-task: [task_not_exist]\n      parameters:\n"
                + "        - name: task_id\n          in: path\n      responses:\n        200:\n"
                + "          content:\n            application/json:\n              schema:\n"
                + "                $ref: '#/components/schemas/Response'",
            "      parameters:\n        - name: task_id\n          in: path\n      responses:\n"
                + "        '200':\n          content:\n            application/json:\n"
                + "              schema:\n                $ref: '#/components/schemas/Task'");

    assertThat(bare.task()).isSameAs(bare.response());
    assertThat(bare.places()).isEqualTo(RELAY.places());
  }
}
