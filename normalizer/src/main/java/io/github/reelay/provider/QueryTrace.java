package io.github.reelay.provider;

import io.github.reelay.exchange.RecordedResponse;
import java.net.URI;

/**
 * Sees each request to a provider and its response, for a log or for a developer who looks for a
 * mistake. Called on the thread of the caller or on one of the transport, so it must not block.
 * What it throws is logged, and the query goes on.
 *
 * <p>The API key is redacted. Signed URLs and prompts in a body are not: do not log a body.
 */
public interface QueryTrace {

  /**
   * A GET request is about to be sent. Its {@code Authorization} header has the API key and is not
   * shown.
   *
   * @param url of the request; it holds the id of the task
   */
  void sent(URI url);

  /**
   * A complete response has arrived.
   *
   * @param url of the request
   * @param response as it came, with the API key redacted in headers and body
   */
  void received(URI url, RecordedResponse response);

  /**
   * No complete response has arrived.
   *
   * @param url of the request
   * @param diagnosis one sentence on why, without key, path and query
   */
  void failed(URI url, String diagnosis);
}
