package io.github.reelay.provider.xingchaoyiqing;

import io.github.reelay.client.xingchaoyiqing.VideoTasksApi;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** The dialect of xingchaoyiqing. Source: xingchaoyiqing.yaml, operation getVideoTask. */
public final class XingchaoyiqingDialect extends Dialect {
  private static final ProviderProfile PROFILE =
      new ProviderProfile(
          "xingchaoyiqing",
          URI.create("https://zcbservice.aizfw.cn/kyyReactApiServer"), // XE1
          "/v1/result/{id}", // XE1; XC2: the document lost it
          URI.create("https://docs.xingchaoyiqing.com/llms.txt"), // X4
          LocalDate.of(2026, 11, 21),
          new PollingDefaults(
              Duration.ZERO,
              Duration.ofSeconds(30), // XE3; XC3: the document lost it
              Duration.ofMinutes(16), // twice the longest estimate, X33
              null),
          Set.of("task_not_exist"), // inferred: the gateway that it runs on answers so
          ProviderProfile.RECORDS_KEPT); // nothing is documented

  /** For {@link java.util.ServiceLoader}, and for whoever names the dialect explicitly. */
  public XingchaoyiqingDialect() {
    super(
        PROFILE,
        new ClientBinding<>(VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw),
        new XingchaoyiqingMapper());
  }
}
