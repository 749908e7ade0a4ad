package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.UnknownProviderException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Reads the key of a task's provider for a file at the provider's own origin. It stores no key. */
final class ProviderKey {
  private final Providers providers;
  private final String provider;
  private final Cancellation cancellation;

  ProviderKey(Providers providers, String provider, Cancellation cancellation) {
    this.providers = providers;
    this.provider = provider;
    this.cancellation = cancellation;
  }

  /**
   * The {@code Authorization} header for a target of the provider's own origin; the connection
   * before it is closed then. The caller's supplier of keys runs on this thread; it is interrupted
   * when the download is cancelled or stalls.
   *
   * @return null if the target has another origin, or if there is no key
   * @throws IOException if it was interrupted
   */
  @Nullable String authorization(RequestTarget target) throws IOException {
    Provider own = provider();
    if (own == null || !own.hasOriginOf(target.origin())) {
      return null;
    }
    FutureTask<@Nullable String> reading =
        new FutureTask<>(() -> own.authorizationFor(target.origin()));
    cancellation.register(() -> reading.cancel(true));
    reading.run();
    if (reading.isCancelled()) {
      Thread.interrupted(); // the interrupt was meant for the supplier
      throw new InterruptedIOException("expected a key in time, found none");
    }
    try {
      return reading.get();
    } catch (ExecutionException noKey) {
      return null; // the response stays the 401 or 403; the message of the cause may hold a secret
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("expected a key, found an interrupt");
    }
  }

  private @Nullable Provider provider() {
    try {
      return providers.get(provider);
    } catch (UnknownProviderException notHere) {
      return null;
    }
  }
}
