/**
 * Downloads of the videos of tasks, before their URLs expire: the public {@link
 * io.github.reelay.download.Downloader} with its settings and outcomes, and the run of a download
 * (state machine, attempts, queue, threads, waits). Requests are made in {@code
 * io.github.reelay.internal.download.http}, files are written in {@code
 * io.github.reelay.internal.download.file}. Waiting for a task is {@link io.github.reelay.watch}.
 */
@NullMarked
package io.github.reelay.download;

import org.jspecify.annotations.NullMarked;
