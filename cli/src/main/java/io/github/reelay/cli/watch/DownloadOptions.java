package io.github.reelay.cli.watch;

import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How videos are downloaded.
 *
 * @param file where the video of a task goes
 * @param byFormat whether the extension of the file gives way to that of the video's format
 * @param allowPrivate whether it may come from an address that is not public
 * @param replace whether it is fetched even if the file is there
 * @param requests sets what requests carry of the user's
 */
public record DownloadOptions(
    Function<TaskHandle, Path> file,
    boolean byFormat,
    boolean allowPrivate,
    boolean replace,
    Consumer<DownloaderBuilder> requests) {

  /** Under names of ours in a directory. */
  public static DownloadOptions in(
      VideoFiles files,
      boolean allowPrivate,
      boolean replace,
      Consumer<DownloaderBuilder> requests) {
    return new DownloadOptions(files::of, true, allowPrivate, replace, requests);
  }

  /** To the file that was named, whatever its extension. */
  public static DownloadOptions to(
      Path file, boolean allowPrivate, Consumer<DownloaderBuilder> requests) {
    return new DownloadOptions(task -> file, false, allowPrivate, false, requests);
  }
}
