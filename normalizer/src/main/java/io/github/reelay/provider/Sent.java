package io.github.reelay.provider;

import feign.Response;
import io.github.reelay.transport.HttpAnswer;
import java.util.concurrent.CompletableFuture;

/**
 * One query on its way.
 *
 * @param response what the generated client promises
 * @param answer the transport's own future: cancelling that one aborts the request, while Feign
 *     does not pass a cancellation on
 */
record Sent(CompletableFuture<Response> response, CompletableFuture<HttpAnswer> answer) {}
