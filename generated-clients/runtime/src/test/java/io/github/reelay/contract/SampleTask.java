package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As the templates write one: stands in for generated records. */
public record SampleTask(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("status") @Nullable String status,
    @JsonProperty("progress") @Nullable Long progress,
    @JsonProperty("ratio") @Nullable Double ratio,
    @JsonProperty("done") @Nullable Boolean done,
    @JsonProperty("created_at") @Nullable Timestamp createdAt,
    @JsonProperty("updated_at") @Nullable Timestamp updatedAt,
    @JsonProperty("finished_at") @Nullable Timestamp finishedAt,
    @JsonProperty("code") @Nullable ScalarValue code,
    @JsonProperty("error") @Nullable ErrorValue error,
    @JsonProperty("extra") @Nullable AnyValue extra,
    @JsonProperty("detail") @Nullable SampleDetail detail,
    @JsonProperty("images") @Nullable List<@Nullable String> images,
    @JsonProperty("steps") @Nullable List<@Nullable SampleDetail> steps) {
  private static final KnownValues STATUS_VALUES = KnownValues.of("queued", "running", "completed");

  /** As they stand in a body. */
  static final List<String> NAMES =
      List.of(
          "id",
          "status",
          "progress",
          "ratio",
          "done",
          "created_at",
          "updated_at",
          "finished_at",
          "code",
          "error",
          "extra",
          "detail",
          "images",
          "steps");

  private static final MemberNames MEMBERS = MemberNames.of(NAMES.toArray(String[]::new));

  public static @Nullable SampleTask read(ContractReader in) {
    if (!in.enterObject()) {
      return null;
    }
    String id = null;
    String status = null;
    Long progress = null;
    Double ratio = null;
    Boolean done = null;
    Timestamp createdAt = null;
    Timestamp updatedAt = null;
    Timestamp finishedAt = null;
    ScalarValue code = null;
    ErrorValue error = null;
    AnyValue extra = null;
    SampleDetail detail = null;
    List<@Nullable String> images = null;
    List<@Nullable SampleDetail> steps = null;
    for (int member = in.nextMember(MEMBERS, 0);
        member > 0;
        member = in.nextMember(MEMBERS, member)) {
      switch (member) {
        case 1 -> id = in.text();
        case 2 -> status = in.knownValue(STATUS_VALUES);
        case 3 -> progress = in.int64();
        case 4 -> ratio = in.decimal();
        case 5 -> done = in.bool();
        case 6 -> createdAt = in.integerTime();
        case 7 -> updatedAt = in.numberTime();
        case 8 -> finishedAt = in.textTime();
        case 9 -> code = in.scalar();
        case 10 -> error = in.error();
        case 11 -> extra = in.any();
        case 12 -> detail = SampleDetail.read(in);
        case 13 -> images = in.list(ContractReader::text);
        case 14 -> steps = in.list(SampleDetail::read);
        default -> in.undocumented();
      }
    }
    return new SampleTask(
        id,
        status,
        progress,
        ratio,
        done,
        createdAt,
        updatedAt,
        finishedAt,
        code,
        error,
        extra,
        detail,
        images,
        steps);
  }
}
