package io.github.reelay.download;

import java.time.Duration;

/**
 * What a download allows itself and the other side; see {@link DownloaderBuilder} for each.
 *
 * @param maxBytes the largest file
 * @param maxRetriesWithoutProgress so many breaks in a row without anything new end it
 * @param replace whether a file that is there is fetched again
 * @param gracePeriod how long after the end of its task a file may be missing
 * @param freshUrls whether the provider is queried for another URL
 */
record DownloadLimits(
    long maxBytes,
    int maxRetriesWithoutProgress,
    boolean replace,
    Duration gracePeriod,
    boolean freshUrls) {}
