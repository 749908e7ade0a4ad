package io.github.reelay.sandbox;

import io.github.reelay.sandbox.internal.spec.SpecReader;
import java.net.URI;
import java.util.List;

/**
 * The providers on loopback: one HTTP server on 127.0.0.1 with a base URL and a key for each. The
 * id of a task selects its scenario; the description of this package lists them. Its threads are
 * daemons: they do not keep a program alive. Safe for use by many threads.
 */
public final class Sandbox implements AutoCloseable {
  private final LoopbackServer server;
  private final List<StubProvider> stubs;
  private final RequestLog requestLog;

  Sandbox(LoopbackServer server, List<StubProvider> stubs, RequestLog requestLog) {
    this.server = server;
    this.stubs = stubs;
    this.requestLog = requestLog;
  }

  /**
   * Starts a sandbox with the default settings, on any free port.
   *
   * @return the running sandbox, to be closed
   */
  public static Sandbox start() {
    return builder().start();
  }

  /**
   * The settings of a sandbox that is to be started.
   *
   * @return a builder with the default settings
   */
  public static SandboxBuilder builder() {
    return new SandboxBuilder(new SpecReader(Sandbox.class.getClassLoader()));
  }

  /** The names of the providers, one for each specification on the class path, in their order. */
  public List<String> providers() {
    return stubs.stream().map(StubProvider::name).toList();
  }

  /**
   * The base URL of a provider on loopback, to be used in place of its real one.
   *
   * @param provider its name, such as {@code toapis}
   * @return the base URL, without a slash at its end
   * @throws IllegalArgumentException if the provider is not known
   */
  public URI baseUrl(String provider) {
    return URI.create(server.origin() + stub(provider).prefix());
  }

  /**
   * The key that a provider accepts, and no other.
   *
   * @param provider its name, such as {@code toapis}
   * @return the key, to be sent as {@code Authorization: Bearer KEY}
   * @throws IllegalArgumentException if the provider is not known
   */
  public String apiKey(String provider) {
    return stub(provider).key();
  }

  /**
   * The names of the examples that a provider documents, errors included. A documented response
   * without an example is named by its status.
   *
   * @param provider its name, such as {@code toapis}
   * @return the names, in the order of the specification
   * @throws IllegalArgumentException if the provider is not known
   */
  public List<String> examples(String provider) {
    return stub(provider).examples();
  }

  /**
   * A documented response, with its times moved to now.
   *
   * @param provider its name, such as {@code toapis}
   * @param name the example's name, such as {@code rate-limited}
   * @throws IllegalArgumentException if the provider or the example is not known
   */
  public SandboxResponse example(String provider, String name) {
    StubProvider stub = stub(provider);
    return stub.example(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected the name of an example of "
                        + provider
                        + ", one of "
                        + stub.examples()
                        + ", found "
                        + name));
  }

  /**
   * Sets the responses to the next queries of a task, one after the other, before its scenario goes
   * on. Responses from an earlier call come first.
   *
   * @param provider its name, such as {@code toapis}
   * @param id the task's id, as the query will name it
   * @param responses one for each query, in this order; none changes nothing
   * @throws IllegalArgumentException if the provider is not known
   */
  public void enqueue(String provider, String id, SandboxResponse... responses) {
    stub(provider).task(id).script(List.of(responses));
  }

  /**
   * How often a task was queried with the right key, whatever the response was.
   *
   * @param provider its name, such as {@code toapis}
   * @param id the one that the provider gave to the task
   * @return the number of queries
   * @throws IllegalArgumentException if the provider is not known
   */
  public int queries(String provider, String id) {
    return stub(provider).queries(id);
  }

  /**
   * The requests that came in, downloads included; of very many the last 10,000.
   *
   * @return the requests, in the order of their responses
   */
  public List<RecordedRequest> requests() {
    return requestLog.requests();
  }

  /**
   * Removes all tasks, scripted responses and recorded requests; URLs and keys stay as they are.
   */
  public void reset() {
    stubs.forEach(StubProvider::forget);
    requestLog.forget();
  }

  /** Stops the server and frees the port; requests under way are broken off. */
  @Override
  public void close() {
    server.close();
  }

  /** Names the address, never a key. */
  @Override
  public String toString() {
    return "Sandbox[" + server.origin() + ", " + providers() + "]";
  }

  private StubProvider stub(String provider) {
    return stubs.stream()
        .filter(stub -> stub.name().equals(provider))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of the providers " + providers() + ", found " + provider));
  }
}
