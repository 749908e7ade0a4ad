package io.github.reelay.dialect;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One provider's contract: what it documents, how it is asked, and how its answers are read. Found
 * through {@link java.util.ServiceLoader} or given explicitly; many relays can speak one dialect.
 * Stateless and safe for use by many threads.
 */
public abstract class Dialect {
  private final Profile profile;
  private final Wire<?> wire;
  private final AnswerReader<?> reader;

  /**
   * For a provider's own class.
   *
   * @param profile what the provider documents
   * @param wire how its generated client is asked
   * @param mapping where its answers hold what
   */
  protected Dialect(Profile profile, Wire<?> wire, Mapping<?> mapping) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.wire = Objects.requireNonNull(wire, "wire");
    this.reader = new AnswerReader<>(mapping, profile.unknownTaskCodes());
  }

  /** What the provider documents: name, address, path, polling. */
  public final Profile profile() {
    return profile;
  }

  /** How the generated client is asked. */
  public final Wire<?> wire() {
    return wire;
  }

  /**
   * Reads one answer, live or saved. Total: no answer makes it throw; reads no clock, opens
   * nothing.
   *
   * @param provider the name under which the provider is registered
   * @param id the id that was asked for; null for a saved body without one
   * @param response the answer
   */
  public final QueryResult read(String provider, @Nullable String id, RecordedResponse response) {
    return read(provider, id, response, ContentRules.defaults());
  }

  /**
   * The same with rules of the caller's on what says that content was refused.
   *
   * @param provider the name under which the provider is registered
   * @param id the id that was asked for; null for a saved body without one
   * @param response the answer
   * @param rules the codes and phrases
   */
  public final QueryResult read(
      String provider, @Nullable String id, RecordedResponse response, ContentRules rules) {
    return reader.read(new Answer(provider, id, response, rules));
  }

  /** The provider's own name. */
  @Override
  public final String toString() {
    return profile.name();
  }
}
