package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.internal.http.LookUp;
import io.github.reelay.network.DnsResolver;
import io.github.reelay.network.NetworkSettings;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are looked up by a worker, which may hang; the thread of a query may not. */
@Timeout(60)
class LookUpTest {
  private final LookUp lookUp = new LookUp();
  private final List<Runnable> work = new ArrayList<>();

  private static InetAddress[] nobody(String host) throws UnknownHostException {
    throw new UnknownHostException("expected no question, found " + host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "255.249.199.10", "::1", "2001:db8::ff"})
  void looksUpNoAddressWrittenAsText(String address) throws Exception {
    InetAddress[] found =
        lookUp.resolve(address, LookUpTest::nobody, new Cancellation(), work::add);

    assertThat(found).containsExactly(InetAddress.getByName(address));
    assertThat(work).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"relay.example", "1.2.3", "256.1.1.1", "1.2.3.4.5", "1.2.3.4.", "127.0.0.x"})
  void usesAWorkerForAnythingElse(String host) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    List<String> queried = new ArrayList<>();
    DnsResolver dns =
        name -> {
          queried.add(name);
          return new InetAddress[] {loopback};
        };

    assertThat(lookUp.resolve(host, dns, new Cancellation(), Runnable::run))
        .containsExactly(loopback);
    assertThat(queried).containsExactly(host);
  }

  @Test
  void failsAsTheNameServiceDoes() {
    assertThatThrownBy(
            () -> lookUp.resolve("h", LookUpTest::nobody, new Cancellation(), Runnable::run))
        .isExactlyInstanceOf(UnknownHostException.class)
        .hasMessage("expected no question, found h");
    DnsResolver broken =
        host -> {
          throw new IllegalStateException("on purpose");
        };
    assertThatThrownBy(() -> lookUp.resolve("h", broken, new Cancellation(), Runnable::run))
        .isExactlyInstanceOf(IllegalStateException.class);
    DnsResolver exhausted =
        host -> {
          throw new StackOverflowError("on purpose");
        };
    assertThatThrownBy(() -> lookUp.resolve("h", exhausted, new Cancellation(), Runnable::run))
        .isExactlyInstanceOf(StackOverflowError.class);
  }

  @Test
  void leavesWhenTheLeashIsCutAndIsBackWhenTheWorkerIs() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger back = new AtomicInteger();
    DnsResolver dns = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};

    assertThatThrownBy(
            () ->
                lookUp.resolve(
                    "h",
                    dns,
                    cancellation,
                    task -> {
                      work.add(task);
                      cancellation.cancel();
                    }))
        .isExactlyInstanceOf(UnknownHostException.class)
        .hasMessage("expected an address in time, found none");
    lookUp.whenBack(back::incrementAndGet);

    assertThat(back).hasValue(0);
    work.get(0).run();
    assertThat(back).hasValue(1);
  }

  @Test
  void leavesWhenItsThreadIsInterruptedWhichStaysSo() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> lookUp.resolve("h", LookUpTest::nobody, new Cancellation(), work::add))
        .isExactlyInstanceOf(UnknownHostException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void connectsOnTheCallersThread() throws Exception {
    AtomicReference<String> asker = new AtomicReference<>();
    FakeDns dns = FakeDns.to127001(host -> asker.set(Thread.currentThread().getName()));
    try (HttpTransport transport = transport(dns, 64);
        ScriptedServer server = ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      HttpRequest request = get(server.uri("relay.example", "/"));

      for (int i = 0; i < 3; i++) {
        Thread reader = transport.sendAndWait(request, response -> Thread.currentThread());
        assertThat(reader).isSameAs(Thread.currentThread());
      }
    }
    assertThat(asker).hasValue("reelay-http-1");
  }

  private static HttpTransport transport(FakeDns dns, int perRoute) {
    return HttpTransport.create(
        TransportLimits.defaults().withConnectionsPerRoute(perRoute),
        () -> NetworkSettings.defaults().withDnsResolver(dns));
  }

  @Test
  void aWorkerThatHangsKeepsThePlaceOfABlockingQuery() throws Exception {
    AtomicInteger queried = new AtomicInteger();
    CountDownLatch released = new CountDownLatch(1);
    FakeDns dns =
        FakeDns.to127001(
            host -> {
              queried.incrementAndGet();
              assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
            });
    try (HttpTransport transport = transport(dns, 1);
        ScriptedServer server = ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      HttpRequest brief = get(server.uri("relay.example", "/"), Duration.ofMillis(50));
      // More often only on a machine so busy that no query came to its look-up in time.
      for (int i = 0; i < 10 || queried.get() == 0; i++) {
        assertThat(catchThrowable(() -> transport.sendAndWait(brief, response -> response)))
            .hasCauseExactlyInstanceOf(InterruptedIOException.class);
      }
      assertThat(queried).hasValue(1);

      released.countDown();

      assertThat(response(transport.send(get(server.uri("relay.example", "/")))).httpStatus())
          .isEqualTo(200);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void aBlockingQueryThatWaitsForAPlaceRunsOnItsCallersThread() throws Exception {
    try (HttpTransport narrow =
            HttpTransport.create(TransportLimits.defaults().withConnectionsPerRoute(1));
        ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      var first = narrow.send(get(server.uri("/stall")));
      eventually("the first has arrived", () -> assertThat(server.heads()).hasSize(1));
      AtomicReference<Object> seen = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  HttpRequest request = get(server.uri("/"));
                  seen.set(narrow.sendAndWait(request, response -> Thread.currentThread()));
                } catch (Exception failure) {
                  seen.set(failure);
                }
              });
      caller.start();
      eventually("it waits", () -> assertThat(caller.getState()).isEqualTo(Thread.State.WAITING));

      first.cancel(true);
      caller.join(30_000);

      assertThat(seen).hasValue(caller);
    }
  }

  @Test
  void aBlockingQueryThatIsInterruptedWhileItWaitsHandsItsPlaceOn() throws Exception {
    try (HttpTransport narrow =
            HttpTransport.create(TransportLimits.defaults().withConnectionsPerRoute(1));
        ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      for (int round = 0; round < 50; round++) {
        var first = narrow.send(get(server.uri("/stall")));
        eventually("the first has arrived", () -> assertThat(server.heads()).hasSize(1));
        Thread caller =
            new Thread(
                () -> catchThrowable(() -> narrow.sendAndWait(get(server.uri("/wait")), a -> a)));
        caller.start();
        eventually("it waits", () -> assertThat(caller.getState()).isEqualTo(Thread.State.WAITING));

        caller.interrupt(); // a race, on purpose: the place may come before or after
        first.cancel(true);
        caller.join(30_000);

        assertThat(response(narrow.send(get(server.uri("/")))).httpStatus()).isEqualTo(200);
        server.heads().clear();
      }
    }
  }
}
