package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** As the templates write one: an object inside another. */
public record SampleDetail(
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("size") @Nullable Long size,
    @JsonProperty("inner") @Nullable SampleDetail inner) {

  public static @Nullable SampleDetail read(ContractReader in) {
    if (!in.enterObject()) {
      return null;
    }
    String name = null;
    Long size = null;
    SampleDetail inner = null;
    while (in.nextField()) {
      switch (in.field()) {
        case "name" -> name = in.text();
        case "size" -> size = in.int64();
        case "inner" -> inner = SampleDetail.read(in);
        default -> in.undocumented();
      }
    }
    return new SampleDetail(name, size, inner);
  }
}
