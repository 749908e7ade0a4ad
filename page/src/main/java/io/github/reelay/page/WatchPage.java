package io.github.reelay.page;

import io.github.reelay.ReelayBuilder;
import io.github.reelay.download.DownloadListener;
import io.github.reelay.internal.download.http.SmallFiles;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A page that shows a running watch in the browser: each open task, each end with its thumbnail or
 * its failure, and what each provider does. It follows by itself, and survives a restart of the
 * program.
 *
 * <pre>{@code
 * try (WatchPage page = WatchPage.builder(providers).port(port).start();
 *     Reelay reelay = page.follow(Reelay.builder().sharedProviders(providers)).build()) {
 *   browse(page.url()); // such as http://127.0.0.1:8080/
 *   reelay.collect(handles, directory, storeFile);
 * }
 * }</pre>
 *
 * <p>It is served on loopback, where no token is needed; {@link WatchPageBuilder#address} says what
 * else there is. It holds 5,000 open tasks and the last 1,000 that have ended. Neither a key nor a
 * URL is sent to the browser, which loads nothing from another host. A browser that is slow gets
 * the newest state later, and nothing is queued for it.
 *
 * <p>It listens to the events of one or several watchers. All its threads are daemons. Safe for use
 * by many threads.
 */
public final class WatchPage implements TaskListener, AutoCloseable {
  /** Besides the streams: a browser has six connections at most, and thumbnails take a while. */
  private static final int OTHER_THREADS = 12;

  private final TaskBoard board;
  private final BoardEvents events;
  private final QueryTelemetry telemetry;
  private final EventStreams streams;
  private final Thumbnails thumbnails;
  private final PageServer server;
  private final String host;
  private final Runnable afterwards;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Binds the port and serves at once.
   *
   * @param afterwards runs last when the page is closed
   */
  WatchPage(WatchPageBuilder settings, Scheduler scheduler, Runnable afterwards) {
    this.afterwards = afterwards;
    PageFiles files = new PageFiles();
    PageToken token = PageToken.of(settings.token);
    this.server = new PageServer(settings.address, settings.streams + OTHER_THREADS);
    this.host = settings.address.getHostString();
    this.board = new TaskBoard(scheduler.clock(), settings.openShown, settings.endedShown);
    this.events = new BoardEvents(board, scheduler.clock());
    this.telemetry = new QueryTelemetry(board, scheduler);
    this.streams = new EventStreams(board, scheduler, settings.stallTimeout, settings.streams);
    SmallFiles images = new SmallFiles(settings.providers, scheduler, settings.privateToo);
    this.thumbnails = new Thumbnails(board, images, scheduler);
    RequestGuard guard = new RequestGuard(token, server.address(), settings.hostNames);
    server.serve(new PageRequests(guard, files, streams, thumbnails));
  }

  /**
   * The settings of a page, which {@link WatchPageBuilder#start} serves.
   *
   * @param providers say how the network is reached for thumbnails; the caller closes them
   */
  public static WatchPageBuilder builder(Providers providers) {
    return new WatchPageBuilder(providers);
  }

  /** Where the page is, without the token. */
  public URI url() {
    InetSocketAddress bound = server.address();
    String name =
        bound.getAddress().isLoopbackAddress() ? bound.getAddress().getHostAddress() : host;
    boolean six = name.indexOf(':') >= 0;
    return URI.create("http://" + (six ? "[" + name + "]" : name) + ":" + bound.getPort() + "/");
  }

  /**
   * Lets the page hear of all that happens to the tasks of a client.
   *
   * @param client not built yet; its listener of downloads is replaced
   * @return the same builder
   */
  public ReelayBuilder follow(ReelayBuilder client) {
    return client
        .listener(this)
        .telemetry(telemetry)
        .downloads(downloads -> downloads.progress(events));
  }

  /** Shows tasks before their first event, such as those of a store. */
  public void expect(Collection<TaskHandle> handles) {
    board.expect(handles);
  }

  /** Puts an event on the page; quick. */
  @Override
  public void on(TaskEvent event) {
    event.accept(events);
  }

  /**
   * Puts downloads on the page, for {@code DownloaderBuilder.progress}. A watcher that saves videos
   * itself ({@code WatcherBuilder.saveVideos}) reports them as events.
   */
  public DownloadListener downloads() {
    return events;
  }

  /** Puts queries on the page: how many of each provider, and when each task is queried next. */
  public TelemetryListener telemetry() {
    return telemetry;
  }

  /** How many streams are open now, one for each tab that shows the page. */
  public int openPages() {
    return streams.open();
  }

  /**
   * Ends the page immediately: open pages are notified, and connections are closed. Closing again
   * does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      board.close();
      streams.awaitEnd();
      server.close();
      thumbnails.close();
      afterwards.run();
    }
  }

  /** Names the address, never the token. */
  @Override
  public String toString() {
    return "WatchPage[" + url() + "]";
  }
}
