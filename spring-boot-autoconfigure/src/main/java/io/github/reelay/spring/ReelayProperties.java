package io.github.reelay.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * The properties that begin with {@code reelay}. Where a key, a base URL or a proxy is missing, the
 * environment variable of the same meaning is read, such as {@code REELAY_TOAPIS_API_KEY}. A
 * property that does not exist ends the start of the application. A time without a unit is in
 * seconds.
 *
 * @param enabled Whether Reelay is configured at all.
 * @param providers Settings of each provider, by its name.
 * @param dialects Files that describe further providers, or their places on the class path, such as
 *     classpath:my-provider.yaml; see docs/a-provider-without-code.md.
 * @param network How queries and downloads reach the network.
 * @param store What keeps the handles of open tasks.
 * @param resume Whether tasks that are in the store are watched when the application has started.
 * @param downloads How videos are downloaded.
 * @param tracing What is sent of traces.
 * @param page The page of what is watched; needs reelay-page.
 */
@ConfigurationProperties("reelay")
public record ReelayProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue Map<String, ProviderSettings> providers,
    @DefaultValue List<String> dialects,
    @DefaultValue NetworkProperties network,
    @DefaultValue StoreProperties store,
    @DefaultValue("true") boolean resume,
    @DefaultValue DownloadProperties downloads,
    @DefaultValue TracingProperties tracing,
    @DefaultValue PageProperties page) {

  /**
   * One provider.
   *
   * @param apiKey The key that is sent as bearer; where it is blank, the environment has it.
   * @param baseUrl The address of its API.
   * @param path The path of a query with {id}, where the provider has moved it.
   * @param dialect The provider whose contract this one speaks, if it is a further provider.
   * @param deadline The time for one query, from DNS to the last byte.
   * @param interval The time between two queries of a task.
   * @param timeout After which time a wait is given up.
   * @param maxPerSecond How many queries of all tasks begin in a second.
   */
  public record ProviderSettings(
      @Nullable String apiKey,
      @Nullable String baseUrl,
      @Nullable String path,
      @Nullable String dialect,
      @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration deadline,
      @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration interval,
      @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration timeout,
      @Nullable Integer maxPerSecond) {

    /** The key stays out, and the address, which may hold one. */
    @Override
    public String toString() {
      return "ProviderSettings[dialect=" + dialect + "]";
    }
  }

  /**
   * The network.
   *
   * @param proxy The URL of an HTTP proxy.
   * @param noProxy Hosts that are reached without the proxy, with commas between them.
   */
  public record NetworkProperties(@Nullable String proxy, @Nullable String noProxy) {

    /** The password of the proxy stays out. */
    @Override
    public String toString() {
      return "NetworkProperties[noProxy=" + noProxy + "]";
    }
  }

  /**
   * The handle store.
   *
   * @param type Which store; by default a journal if there is a file, else memory.
   * @param file The file of the journal; its directory must exist.
   * @param createSchema Whether missing tables of a cluster are made; by default only in H2.
   */
  public record StoreProperties(
      @Nullable StoreType type, @Nullable Path file, @Nullable Boolean createSchema) {}

  /** What keeps the handles of open tasks. */
  public enum StoreType {
    /** The memory of the application: a restart forgets them. */
    MEMORY,
    /** A file. */
    JOURNAL,
    /** A database that several replicas of the application share; needs reelay-cluster. */
    CLUSTER
  }

  /**
   * Downloads.
   *
   * @param directory Where the video of each task that succeeds is saved; made if it is missing. By
   *     default no video is saved.
   * @param concurrency How many downloads run at the same time.
   * @param maxSize The largest video.
   * @param stallTimeout After which time without bytes an attempt ends.
   * @param userAgent The User-Agent of requests for videos.
   * @param headers Further headers of requests for videos.
   * @param replace Whether a video that is there is downloaded again and replaced.
   * @param allowPrivateAddresses Whether video hosts may have private addresses.
   */
  public record DownloadProperties(
      @Nullable Path directory,
      @DefaultValue("4") int concurrency,
      @DefaultValue("4GB") DataSize maxSize,
      @DefaultValue("30s") @DurationUnit(ChronoUnit.SECONDS) Duration stallTimeout,
      @Nullable String userAgent,
      @DefaultValue Map<String, String> headers,
      @DefaultValue("false") boolean replace,
      @DefaultValue("false") boolean allowPrivateAddresses) {

    /** Values of headers stay out. */
    @Override
    public String toString() {
      return "DownloadProperties[directory=" + directory + ", headers=" + headers.keySet() + "]";
    }
  }

  /**
   * Traces.
   *
   * @param propagation Whether the context of a trace is sent to providers.
   */
  public record TracingProperties(@DefaultValue("false") boolean propagation) {}

  /**
   * The page in the browser.
   *
   * @param port The port of the page, which is not that of the web server; 0 for any free one. By
   *     default there is no page.
   * @param address The address at which it is served; loopback by default. Any other needs a token.
   * @param token The secret that browsers need, of at least 16 characters.
   * @param hostNames Further names under which browsers reach it, such as that of a proxy.
   */
  public record PageProperties(
      @Nullable Integer port,
      @DefaultValue("127.0.0.1") String address,
      @Nullable String token,
      @DefaultValue List<String> hostNames) {

    /** The token stays out. */
    @Override
    public String toString() {
      return "PageProperties[port=" + port + ", address=" + address + "]";
    }
  }
}
