package io.github.reelay.download;

import io.github.reelay.internal.http.Connector;
import io.github.reelay.provider.Providers;
import io.github.reelay.time.Scheduler;
import java.util.concurrent.Executor;

/**
 * What all downloads of one downloader share.
 *
 * @param providers are asked for URLs
 * @param scheduler tells the time and ends waits
 * @param executor where downloads run
 * @param queue who runs next
 * @param connector connects
 * @param limits what is allowed
 * @param listener is told of progress
 * @param headers what requests for videos carry of the caller's
 */
record DownloadContext(
    Providers providers,
    Scheduler scheduler,
    Executor executor,
    DownloadQueue queue,
    Connector connector,
    DownloadLimits limits,
    DownloadListener listener,
    RequestHeaders headers) {}
