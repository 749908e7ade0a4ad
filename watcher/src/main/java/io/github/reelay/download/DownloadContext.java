package io.github.reelay.download;

import io.github.reelay.internal.download.http.HttpSettings;
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
 * @param http how requests for videos are made
 * @param limits what is allowed
 * @param listener is told of progress
 */
record DownloadContext(
    Providers providers,
    Scheduler scheduler,
    Executor executor,
    DownloadQueue queue,
    HttpSettings http,
    DownloadLimits limits,
    DownloadListener listener) {}
