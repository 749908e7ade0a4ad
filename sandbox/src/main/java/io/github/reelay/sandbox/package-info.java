/**
 * The providers on loopback, in this JVM, for tests and demos. {@link
 * io.github.reelay.sandbox.Sandbox} starts them; each responds with the named examples of its own
 * OpenAPI document, so that specification and sandbox cannot differ.
 *
 * <p>Here are the server, the scenarios, the responses of a provider, and the video host. Reading
 * the documents is {@code io.github.reelay.sandbox.internal.spec}; the extension for JUnit is
 * {@code io.github.reelay.sandbox.junit}. The provider's document says where a response holds its
 * id, times, progress and video; the sandbox does not interpret responses.
 *
 * <p>The id of a task selects its scenario. The word before the first dash counts, after an
 * optional prefix that ends in a colon ({@code sora-2:fails-1}):
 *
 * <table class="striped">
 *   <caption>Scenarios</caption>
 *   <thead><tr><th>word</th><th>what the queries see</th></tr></thead>
 *   <tbody>
 *   <tr><td>{@code ok}, any other</td><td>queued for a second, running for two, completed</td></tr>
 *   <tr><td>{@code fails}</td><td>the same, and failed at the end</td></tr>
 *   <tr><td>{@code rejected}</td><td>the same, and failed for its content</td></tr>
 *   <tr><td>{@code cancelled}</td><td>the same, and cancelled, where the provider has that</td></tr>
 *   <tr><td>{@code never}</td><td>queued, and running for ever</td></tr>
 *   <tr><td>{@code novideo}</td><td>completed without a video, which appears at the third query
 *   </td></tr>
 *   <tr><td>{@code missing}</td><td>that the task is not known, at each query: 404, or the documented
 *   refusal whose code says so</td></tr>
 *   <tr><td>{@code limited}</td><td>429 with {@code Retry-After: 1} twice before each real response
 *   </td></tr>
 *   <tr><td>{@code broken}</td><td>a 502 in HTML at every other query, the first one included
 *   </td></tr>
 *   <tr><td>{@code error-402-1}</td><td>that status at each query, with its first example</td></tr>
 *   <tr><td>{@code error-rate-limited-1}</td><td>the error of that name at each query</td></tr>
 *   <tr><td>{@code example-rate-limited-1}</td><td>the example of that name at each query</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>A task begins at its first query. It moves on with the time, or, with {@link
 * io.github.reelay.sandbox.SandboxBuilder#stepByQueries}, with the number of queries.
 */
@NullMarked
package io.github.reelay.sandbox;

import org.jspecify.annotations.NullMarked;
