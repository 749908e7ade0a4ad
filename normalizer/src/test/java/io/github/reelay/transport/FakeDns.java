package io.github.reelay.transport;

import io.github.reelay.network.DnsResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name service that says what a test sets. */
final class FakeDns implements DnsResolver {

  /** What happens before a name is resolved. */
  @FunctionalInterface
  interface Before {
    void responding(String host) throws UnknownHostException, InterruptedException;
  }

  private final Before before;

  private FakeDns(Before before) {
    this.before = before;
  }

  /** Every name is 127.0.0.1, after what the test does first. */
  static FakeDns to127001(Before before) {
    return new FakeDns(before);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    try {
      before.responding(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {InetAddress.getByAddress(new byte[] {127, 0, 0, 1})};
  }
}
