package io.github.reelay.cli;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * How videos are downloaded.
 *
 * @param file where the video of a task goes
 * @param allowPrivate whether it may come from an address that is not public
 * @param replace whether it is fetched even if the file is there
 */
record DownloadOptions(Function<TaskHandle, Path> file, boolean allowPrivate, boolean replace) {}
