/**
 * The client of the OpenAI library for the comparison with peers. It is a project of its own,
 * because its libraries must not be on the class path of the other clients; what runs and measures
 * it is {@code io.github.reelay.benchmarks.peers}.
 */
package io.github.reelay.benchmarks.openai;
