package io.github.reelay.sandbox;

import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.sandbox.internal.spec.MadeUpSpec;
import io.github.reelay.sandbox.internal.spec.ProviderSpec;
import io.github.reelay.sandbox.internal.spec.SpecReader;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a sandbox. By default it takes a free port, uses the system's clock, has random
 * keys, and lets a task be queued for one second and run for two.
 */
public final class SandboxBuilder {
  private final SpecReader specReader;
  private final Set<String> added = new TreeSet<>();
  private final Map<String, String> keys = new HashMap<>();
  private final List<ProviderSpec> documents = new ArrayList<>();
  private int port;
  private InstantSource clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();
  private Progression progression =
      new Progression.ByClock(Duration.ofSeconds(1), Duration.ofSeconds(2));

  SandboxBuilder(SpecReader specReader) {
    this.specReader = specReader;
  }

  /**
   * Sets the port on 127.0.0.1.
   *
   * @param number the port; 0, the default, for any free one
   * @return this builder
   */
  public SandboxBuilder port(int number) {
    if (number < 0 || number > 65_535) {
      throw new IllegalArgumentException("expected a port from 0 to 65535, found " + number);
    }
    port = number;
    return this;
  }

  /**
   * Sets the clock of tasks and of signed URLs. With a {@link SettableClock} a test skips hours.
   *
   * @param source the clock
   * @return this builder
   */
  public SandboxBuilder clock(InstantSource source) {
    clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Lets tasks move on with the time since their first query.
   *
   * @param queued how long they wait; zero or more
   * @param running how long they then run; zero or more
   * @return this builder
   */
  public SandboxBuilder stepByClock(Duration queued, Duration running) {
    progression = new Progression.ByClock(queued, running);
    return this;
  }

  /**
   * Lets tasks move on with each real response; a 429, a 502 or a scripted response does not count.
   *
   * @param queued how many responses show them queued; zero or more
   * @param running how many responses then show them running; zero or more
   * @return this builder
   */
  public SandboxBuilder stepByQueries(int queued, int running) {
    progression = new Progression.ByQueries(queued, running);
    return this;
  }

  /**
   * Sets a provider's key, which is random otherwise.
   *
   * @param provider its name, such as {@code toapis}
   * @param key the key; not blank
   * @return this builder
   */
  public SandboxBuilder apiKey(String provider, String key) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("expected a key for " + provider + ", found a blank one");
    }
    keys.put(provider, key);
    return this;
  }

  /**
   * Adds a provider whose specification is on the class path, at {@code
   * io/github/reelay/specs/NAME.yaml}, in a jar that has no entry for that folder, as some tools
   * write it. All other specifications are found without this call.
   *
   * @param name that of the provider, such as {@code toapis}
   * @return this builder
   */
  public SandboxBuilder provider(String name) {
    added.add(Objects.requireNonNull(name, "name"));
    return this;
  }

  /**
   * Adds a provider that an OpenAPI document describes.
   *
   * @param name that of the provider, such as {@code toapis}
   * @param text the document; a state that none of its examples shows is made up
   * @return this builder
   * @throws IllegalArgumentException if the document is unfit
   */
  public SandboxBuilder document(String name, String text) {
    documents.add(SpecReader.of(name, text));
    return this;
  }

  /**
   * Adds a provider of which only places and words are known. Its responses are made up: each place
   * gets a value of its kind.
   *
   * @param facts the name, the path of a query, where the task stands, and the words
   * @param places where a response holds what, relative to the task
   * @param content the path of the video itself, with {@code {id}}; null if responses have its URL
   * @return this builder
   */
  public SandboxBuilder places(
      ProviderFacts facts, List<ValuePlace> places, @Nullable String content) {
    documents.add(MadeUpSpec.of(facts, places, content));
    return this;
  }

  /**
   * Sets the source of randomness of keys and signatures; a secure one by default.
   *
   * @param source seeded, to get the same keys again
   * @return this builder
   */
  public SandboxBuilder random(RandomGenerator source) {
    random = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Reads the specifications and starts the server. A provider is each {@code
   * io/github/reelay/specs/NAME.yaml} on the class path of the sandbox. It needs one GET operation.
   * The status word in an example says which state the example shows; a state that none shows is
   * made up from the places and words of the document.
   *
   * @return the running sandbox, to be closed
   * @throws UncheckedIOException if the port is taken, or the class path cannot be read
   * @throws IllegalArgumentException if there is no specification, if an added provider has none,
   *     or if one cannot be used
   */
  public Sandbox start() {
    List<ProviderSpec> specs = specs();
    LoopbackServer server = LoopbackServer.on(port);
    SignedUrls urls = new SignedUrls(server.origin(), bytes(32));
    StubProvider.StubContext stubContext = new StubProvider.StubContext(clock, progression, urls);
    List<StubProvider> stubs =
        specs.stream()
            .map(spec -> new StubProvider(spec, keyOf(spec.name()), stubContext))
            .toList();
    RequestLog requestLog = new RequestLog();
    Router router = new Router(stubs, new Downloads(urls, clock), requestLog, clock);
    server.serve(router::respond);
    return new Sandbox(server, stubs, requestLog);
  }

  private List<ProviderSpec> specs() {
    SortedSet<String> providers = specReader.providers();
    providers.addAll(added);
    if (providers.isEmpty()) {
      throw new IllegalArgumentException(
          "expected specifications at /io/github/reelay/specs/*.yaml on the class path, found"
              + " none; is the jar reelay-api-specs there?");
    }
    return Stream.concat(providers.stream().map(specReader::read), documents.stream()).toList();
  }

  private String keyOf(String provider) {
    String given = keys.get(provider);
    return given != null ? given : "sk-sandbox-" + HexFormat.of().formatHex(bytes(16));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
