package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** As the templates write one: an object inside another. */
public record SampleDetail(
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("size") @Nullable Long size,
    @JsonProperty("inner") @Nullable SampleDetail inner) {

  private static final MemberNames MEMBERS = MemberNames.of("name", "size", "inner");

  public static @Nullable SampleDetail read(ContractReader in) {
    if (!in.enterObject()) {
      return null;
    }
    String name = null;
    Long size = null;
    SampleDetail inner = null;
    for (int member = in.nextMember(MEMBERS, 0);
        member > 0;
        member = in.nextMember(MEMBERS, member)) {
      switch (member) {
        case 1 -> name = in.text();
        case 2 -> size = in.int64();
        case 3 -> inner = SampleDetail.read(in);
        default -> in.undocumented();
      }
    }
    return new SampleDetail(name, size, inner);
  }
}
