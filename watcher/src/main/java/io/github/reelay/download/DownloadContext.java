package io.github.reelay.download;

import io.github.reelay.internal.download.DownloadTelemetry;
import io.github.reelay.internal.download.http.HttpSettings;
import io.github.reelay.provider.Providers;
import io.github.reelay.time.Scheduler;
import java.util.concurrent.Executor;

/**
 * What all downloads of one downloader share.
 *
 * @param providers queried for URLs
 * @param scheduler the clock and the timer
 * @param executor runs the downloads
 * @param queue decides which download runs next
 * @param http the settings of requests for videos
 * @param limits apply to each download on its own
 * @param listener hears of each download
 * @param telemetry hears of each download, for metrics and traces
 */
record DownloadContext(
    Providers providers,
    Scheduler scheduler,
    Executor executor,
    DownloadQueue queue,
    HttpSettings http,
    DownloadLimits limits,
    DownloadListener listener,
    DownloadTelemetry telemetry) {}
