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
    while (in.nextField()) {
      switch (in.field()) {
        case "id" -> id = in.text();
        case "status" -> status = in.knownValue(STATUS_VALUES);
        case "progress" -> progress = in.int64();
        case "ratio" -> ratio = in.decimal();
        case "done" -> done = in.bool();
        case "created_at" -> createdAt = in.integerTime();
        case "updated_at" -> updatedAt = in.numberTime();
        case "finished_at" -> finishedAt = in.textTime();
        case "code" -> code = in.scalar();
        case "error" -> error = in.error();
        case "extra" -> extra = in.any();
        case "detail" -> detail = SampleDetail.read(in);
        case "images" -> images = in.list(ContractReader::text);
        case "steps" -> steps = in.list(SampleDetail::read);
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
