package io.github.reelay.dialect;

import io.github.reelay.contract.PrintableText;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One provider's contract: what it documents, how it is queried, and how its responses are read.
 * Found on the class path ({@link #installed}) or given explicitly; many providers can speak one
 * dialect. Stateless and safe for use by many threads.
 */
public abstract class Dialect {
  private final ProviderProfile profile;
  private final TaskReader<?> reader;

  /**
   * For a provider's own class.
   *
   * @param profile what the provider documents
   * @param mapper where its responses hold each value
   */
  protected Dialect(ProviderProfile profile, ResponseMapper<?> mapper) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.reader = new TaskReader<>(mapper, profile.unknownTaskCodes());
  }

  /**
   * Those on the class path: each that {@link java.util.ServiceLoader} finds, and one for each
   * {@link io.github.reelay.mapping.GeneratedClient} of another provider, whose document says all.
   * Each iteration looks again, and only as far as it is continued.
   */
  public static Iterable<Dialect> installed() {
    return new Iterable<>() {
      @Override
      public Iterator<Dialect> iterator() {
        return new InstalledDialects();
      }
    };
  }

  /**
   * The dialect of a provider on the class path, which is looked through at each call.
   *
   * @param name the provider's name, such as {@code new-api}
   * @throws IllegalArgumentException if there is none; the message has the names that there are
   */
  public static Dialect named(String name) {
    Set<String> names = new TreeSet<>();
    for (Dialect dialect : installed()) {
      if (dialect.profile().name().equals(name)) {
        return dialect;
      }
      names.add(dialect.profile().name());
    }
    throw new IllegalArgumentException(
        "expected one of the providers "
            + String.join(", ", names)
            + ", found '"
            + PrintableText.of(name)
            + "'");
  }

  /**
   * Reads a document that describes a provider, in place of code: an OpenAPI document that says
   * where responses hold what, or the short form of some 25 lines. What it describes is followed at
   * run time, without a build.
   *
   * @param file YAML or JSON in UTF-8
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it describes no provider, or one of the name of a provider
   *     on the class path, whose key it would get; the message names the place
   */
  public static Dialect load(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file));
  }

  /**
   * As {@link #load}, of a document that is text.
   *
   * @param file what messages call the document
   * @param text YAML or JSON
   * @throws IllegalArgumentException as {@link #load}
   */
  public static Dialect parse(String file, String text) {
    return DialectReader.find().read(file, text);
  }

  /** What the provider documents: name, address, path, polling. */
  public final ProviderProfile profile() {
    return profile;
  }

  /**
   * Whether it knows the contract of the provider: the type of each member, and which members there
   * are. Without one a response shows no drift.
   */
  public boolean hasContract() {
    return true;
  }

  /**
   * The absolute path of the document that describes it; null if it is code, or the document is no
   * file.
   */
  public @Nullable Path documentFile() {
    return null;
  }

  /**
   * This dialect as it is spoken at an address; the same for nearly all, which do not depend on it.
   *
   * @param baseUrl where the provider responds
   */
  public Dialect at(URI baseUrl) {
    return this;
  }

  /**
   * How the generated client is called; called before the first live query, not for saved bodies.
   */
  public abstract ClientBinding<?> binding();

  /**
   * Reads one response, live or saved. Total: no response makes it throw; reads no clock, opens
   * nothing.
   *
   * @param provider the name under which the provider is registered
   * @param id the id that was queried; null for a saved body without one
   * @param response as it came or was saved; if it has no time, an expiry that counts from it is
   *     absent
   * @throws IllegalArgumentException if the provider's name is not fit for a handle
   */
  public final QueryResult read(String provider, @Nullable String id, RecordedResponse response) {
    return read(provider, id, response, null);
  }

  /**
   * Reads a saved body of which nothing else is known: of this dialect's own provider, with status
   * 200, no headers and no time. Total.
   *
   * @param body the bytes after decompression
   */
  public final QueryResult read(byte[] body) {
    return read(profile.name(), null, RecordedResponse.ofBody(body));
  }

  /**
   * As {@link #read(byte[])}, of a body that is text.
   *
   * @param body such as the content of a file
   */
  public final QueryResult read(String body) {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * As {@link #read(String, String, RecordedResponse)}, with rules of the caller's on refused
   * content.
   *
   * @param provider the name under which the provider is registered
   * @param id the id of the query; null for a saved body without one
   * @param response as it came or was saved
   * @param rules the codes and phrases that refuse content; null for the default ones
   */
  public final QueryResult read(
      String provider,
      @Nullable String id,
      RecordedResponse response,
      @Nullable ContentRules rules) {
    return reader.read(new ResponseContext(provider, id, response, rules));
  }

  /** The provider's own name, also if it is registered under another. */
  @Override
  public final String toString() {
    return profile.name();
  }
}
