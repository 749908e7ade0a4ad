package io.github.reelay.internal.download.file;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.format.VideoFormat;
import io.github.reelay.internal.download.format.VideoSignature;
import io.github.reelay.internal.download.format.VideoStructure;
import io.github.reelay.internal.http.Cancellation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The target of a download: what is there already, and how the complete video gets there. */
public final class Destination {
  private static final int TRIES = 10;

  private final VideoTarget target;
  private final boolean replace;
  private final LongSupplier nanoTime;
  private final Cancellation cancellation;

  /**
   * The target of one video.
   *
   * @param replace whether a file that is there is downloaded again
   * @param nanoTime the clock, in nanoseconds
   */
  public Destination(
      VideoTarget target, boolean replace, LongSupplier nanoTime, Cancellation cancellation) {
    this.target = target;
    this.replace = replace;
    this.nanoTime = nanoTime;
    this.cancellation = cancellation;
  }

  /**
   * The video that is there already; null if it is to be downloaded.
   *
   * @throws DownloadAbortedException if another file is there that is not to be replaced
   */
  public @Nullable SavedVideo there() throws DownloadAbortedException {
    try {
      check(target.path());
      if (replace) {
        return null;
      }
      String refusal = null;
      for (Path place : places()) {
        String found = Files.isRegularFile(place) ? VideoSignature.refusal(place) : "no file";
        if (found == null) {
          PartialFiles.sweep(place);
          return saved(place, Files.size(place), Sha256.of(place, cancellation), true);
        }
        refusal = place.equals(target.path()) ? found : refusal;
      }
      if (Files.exists(target.path())) {
        throw FileErrors.notAVideo(target.file(), String.valueOf(refusal));
      }
      return null;
    } catch (IOException unreadable) {
      throw FileErrors.disk(target.file(), unreadable);
    }
  }

  /** A symbolic link to a video counts as a video; a link is never replaced. */
  private void check(Path place) throws DownloadAbortedException, IOException {
    if (place.getFileName() == null || Files.isDirectory(place)) {
      throw FileErrors.disk(target.file(), new IOException("it is a directory"));
    }
    boolean nothing = !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    boolean regular =
        replace
            ? Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
            : Files.isRegularFile(place);
    if (!nothing && !regular) {
      throw FileErrors.notAFile(place);
    }
  }

  /** The paths at which an earlier download may have saved the video, the likeliest first. */
  private Set<Path> places() throws IOException {
    Path path = target.path();
    Set<Path> places = new LinkedHashSet<>(List.of(path));
    if (target.byFormat()) {
      for (VideoFormat format : VideoFormat.values()) {
        places.add(inFormat(path, format));
      }
      places.addAll(formerPlaces(path));
    }
    return places;
  }

  /**
   * The name that an earlier version made, unless it is that of another task in a file system that
   * ignores case.
   */
  private List<Path> formerPlaces(Path path) throws IOException {
    List<Path> found = new ArrayList<>();
    String stem = withoutExtension(target.name());
    String name = String.valueOf(path.getFileName());
    if (name.startsWith(stem)) {
      String former = withoutExtension(target.formerName()) + name.substring(stem.length());
      if (Files.exists(path.resolveSibling(former))) {
        try (var names =
            Files.newDirectoryStream(
                path.getParent(), file -> file.getFileName().toString().equals(former))) {
          names.forEach(found::add);
        }
      }
    }
    return found;
  }

  private static Path inFormat(Path file, VideoFormat format) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(withoutExtension(name) + format.extension());
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Opens and locks the partial file of the video.
   *
   * @throws DownloadAbortedException if another download or process has it, or if it cannot be
   *     opened
   */
  public PartialFile open() throws DownloadAbortedException {
    try {
      for (int i = 0; i < TRIES; i++) {
        PartialFileLock lock = PartialFileLock.tryOpen(target);
        if (lock != null) {
          return part(lock);
        }
      }
    } catch (IOException broken) {
      throw FileErrors.disk(target.file(), broken);
    }
    throw FileErrors.busy(target.file());
  }

  private PartialFile part(PartialFileLock lock) throws IOException {
    try {
      return new PartialFile(target, lock, nanoTime);
    } catch (IOException unread) {
      lock.close(); // else the file would stay locked for this process
      throw unread;
    }
  }

  /**
   * Moves a complete partial file to its final name, in one step, after it was forced to the disk.
   */
  public SavedVideo publish(PartialFile part) throws DownloadAbortedException {
    Path path = target.path();
    Path place = target.byFormat() ? inFormat(path, part.format()) : path;
    String sha256 = part.finish();
    try {
      if (replace) {
        check(place);
        Publication.replace(part.file(), place);
      } else {
        Publication.add(part.file(), place);
      }
    } catch (FileAlreadyExistsException appeared) {
      return appeared(place, part, sha256);
    } catch (IOException broken) {
      throw FileErrors.disk(target.file(), broken);
    }
    part.moved();
    return saved(place, part.size(), sha256, false);
  }

  /**
   * A file that another program has put there meanwhile is kept if it is certainly a complete
   * video.
   */
  private SavedVideo appeared(Path place, PartialFile part, String sha256)
      throws DownloadAbortedException {
    try {
      if (Files.isRegularFile(place) && VideoSignature.refusal(place) == null) {
        String found = Sha256.of(place, cancellation);
        if (found.equals(sha256) || isWhole(place)) {
          part.drop();
          return saved(place, Files.size(place), found, true);
        }
      }
    } catch (IOException unreadable) {
      throw FileErrors.disk(target.file(), unreadable);
    }
    throw FileErrors.appeared(place);
  }

  private static boolean isWhole(Path video) throws IOException {
    try (FileChannel channel = FileChannel.open(video, StandardOpenOption.READ)) {
      VideoFormat format = VideoFormat.of(channel::read);
      return format != null
          && format.examine(channel::read, channel.size()) == VideoStructure.WHOLE;
    }
  }

  private SavedVideo saved(Path place, long bytes, String sha256, boolean before) {
    Path file = target.file();
    Path shown = place.equals(target.path()) ? file : file.resolveSibling(place.getFileName());
    return new SavedVideo(shown, bytes, sha256, before);
  }
}
