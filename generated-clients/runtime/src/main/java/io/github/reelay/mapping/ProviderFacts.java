package io.github.reelay.mapping;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's document says of the provider, apart from where its responses hold what.
 *
 * @param name the provider's name ({@code info.x-provider})
 * @param baseUrl the address of its API ({@code servers}), without a slash at the end; null if the
 *     document does not say, so that the caller has to
 * @param path the path of a query below it, with {@code {id}} for the task's id, in path or query
 * @param documentation where its documentation is ({@code externalDocs}); null if not said
 * @param lastVerified the day on which the documentation was last compared with the document
 *     ({@code info.x-last-verified}); null if that never happened
 * @param polling how often it wants to be queried ({@code x-polling})
 * @param validity how long the URLs of a video work ({@code x-validity}); null if not documented
 * @param videoFormat the format of every video ({@code x-video-format}), such as {@code mp4}; null
 *     if not documented
 * @param envelope JSON Pointer of the task in a 200 response ({@code x-envelope}), such as {@code
 *     /data}; empty if the response is the task
 * @param words the documented status words by what they mean ({@code x-means}), as written
 * @param unknownTaskCodes the codes that say that the provider does not know the task of the query
 *     ({@code x-unknown-task})
 */
public record ProviderFacts(
    String name,
    @Nullable URI baseUrl,
    String path,
    @Nullable URI documentation,
    @Nullable LocalDate lastVerified,
    PollingFacts polling,
    @Nullable Duration validity,
    @Nullable String videoFormat,
    String envelope,
    Map<CanonicalStatus, List<String>> words,
    Set<String> unknownTaskCodes) {

  /** Copies the map of words and the set of codes; the lists in the map are kept as they are. */
  public ProviderFacts {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(polling, "polling");
    Objects.requireNonNull(envelope, "envelope");
    words = Map.copyOf(words);
    unknownTaskCodes = Set.copyOf(unknownTaskCodes);
  }
}
