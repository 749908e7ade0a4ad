package io.github.reelay.cli;

import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How videos are downloaded.
 *
 * @param file where the video of a task goes
 * @param allowPrivate whether it may come from an address that is not public
 * @param replace whether it is fetched even if the file is there
 * @param requests sets what requests carry of the user's
 */
record DownloadOptions(
    Function<TaskHandle, Path> file,
    boolean allowPrivate,
    boolean replace,
    Consumer<DownloaderBuilder> requests) {}
