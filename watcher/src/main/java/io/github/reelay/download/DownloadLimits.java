package io.github.reelay.download;

import java.time.Duration;

/**
 * The limits of a download; {@link DownloaderBuilder} describes each.
 *
 * @param maxBytes the largest file
 * @param maxRetriesWithoutProgress how many attempts in a row without new bytes end it
 * @param replace whether a file that is there is downloaded again
 * @param gracePeriod how long after the end of its task a file may be missing
 * @param freshUrls whether the provider is queried for another URL
 */
record DownloadLimits(
    long maxBytes,
    int maxRetriesWithoutProgress,
    boolean replace,
    Duration gracePeriod,
    boolean freshUrls) {}
