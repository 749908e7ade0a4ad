package io.github.reelay.benchmarks.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.cluster.ClusterWatcher;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the benchmark's own on loopback, with the settings of a new installation: each
 * commit waits for the disk. Runs as another user where the benchmark runs as root, because
 * PostgreSQL refuses root.
 */
final class PostgresServer implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String SCHEMA = "/reelay-cluster/postgresql/V1__cluster.sql";

  /**
   * Waits until its standard input ends, which is when this process does, however it does. Then it
   * ends the server, also one that stands still, and removes the folder. A server that has crashed
   * leaves its file behind, so the PID in it may be that of another process by now.
   */
  private static final String GUARD =
      """
      trap '' HUP INT TERM
      cat >/dev/null
      server() {
        pid=$(head -n 1 "$0/data/postmaster.pid") || return 1
        case $(ps -ww -o args= -p "$pid") in *postgres*"$0/data"*) ;; *) return 1 ;; esac
      } 2>/dev/null
      for i in $(seq 300); do
        server || break
        kill -CONT "$pid"
        kill -QUIT "$pid"
        sleep 0.1
      done 2>/dev/null
      server && left=1
      rm -rf "$0"
      exit ${left:-$?}
      """;

  private final Path folder;
  private final Path programs;
  private final int port;
  private final Process guard;
  private List<ProcessHandle> frozen = List.of();

  PostgresServer() throws IOException, InterruptedException {
    programs = programs();
    folder = Files.createTempDirectory("reelay-benchmark");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    port = freePort();
    guard = new ProcessBuilder("sh", "-c", GUARD, folder.toString()).start();
    run("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
    up();
  }

  private static Path programs() throws IOException {
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> versions = Files.list(INSTALLED)) {
        List<Path> found =
            versions
                .map(version -> version.resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!found.isEmpty()) {
          return found.get(0);
        }
      }
    }
    throw new IllegalStateException(
        "expected PostgreSQL below "
            + INSTALLED
            + ", found none; install it with: apt-get install -y --no-install-recommends"
            + " postgresql");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Starts it with the tables that it had before, and waits until it accepts connections. */
  void up() throws IOException, InterruptedException {
    String options =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -p "
            + port;
    run("pg_ctl", "-D", data(), "-l", data() + "/log", "-o", options, "-w", "-t", "30", "start");
  }

  /** Stops it as a crash does. */
  void down() throws IOException, InterruptedException {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "-t", "30", "stop");
  }

  /** Stops all its processes by a signal, so that connections stay open and nothing responds. */
  void freeze() throws IOException, InterruptedException {
    frozen = processes();
    for (ProcessHandle each : frozen) {
      JavaProcess.signal("STOP", each.pid());
    }
  }

  /** Lets the processes go on that {@link #freeze} has stopped. */
  void thaw() throws IOException, InterruptedException {
    for (ProcessHandle each : frozen) {
      if (each.isAlive()) {
        JavaProcess.signal("CONT", each.pid());
      }
    }
    frozen = List.of();
  }

  private List<ProcessHandle> processes() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(Path.of(data(), "postmaster.pid")).get(0).trim());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
  }

  /** The CPU time of all its processes, those that have ended included, in seconds. */
  double cpuSeconds() throws IOException {
    long ticks = 0;
    List<ProcessHandle> all = processes();
    for (ProcessHandle each : all) {
      String stat = Files.readString(Path.of("/proc", Long.toString(each.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      if (each.equals(all.get(0))) {
        ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
      }
    }
    return ticks / 100.0;
  }

  /** Makes a schema with the tables of a cluster, by the file that is in its jar. */
  void makeSchema(String name) throws SQLException, IOException {
    try (InputStream file = ClusterWatcher.class.getResourceAsStream(SCHEMA)) {
      if (file == null) {
        throw new IllegalStateException("expected " + SCHEMA + " on the class path, found none");
      }
      String tables = new String(file.readAllBytes(), UTF_8);
      try (Connection connection = DriverManager.getConnection(url(name, "benchmark"));
          Statement statement = connection.createStatement()) {
        statement.execute("create schema " + name);
        statement.execute(tables);
        statement.execute(EndLog.TABLES);
        statement.execute(LeaseLog.TABLES);
      }
    }
  }

  int port() {
    return port;
  }

  String url(String schema, String program) {
    return url(port, schema, program);
  }

  /** The URL by way of another port. */
  static String url(int port, String schema, String program) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/postgres?user=postgres&connectTimeout=2&socketTimeout=5&currentSchema="
        + schema
        + "&ApplicationName="
        + program;
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", user(), "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("reelay-benchmark", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    String said = Files.readString(output);
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("expected " + program + " to succeed, found: " + said);
    }
  }

  private static String user() throws IOException {
    return Files.readString(Path.of("/etc/passwd")).contains("\npostgres:") ? "postgres" : "nobody";
  }

  /**
   * Ends it, and removes its folder.
   *
   * @throws IllegalStateException if it is left behind
   */
  @Override
  public void close() {
    @Nullable Exception cause = null;
    try {
      guard.getOutputStream().close();
      if (guard.waitFor(60, TimeUnit.SECONDS) && guard.exitValue() == 0) {
        return;
      }
    } catch (IOException failed) {
      cause = failed;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      cause = interrupted;
    }
    throw new IllegalStateException(
        "expected PostgreSQL to end within 60 s and its folder to be removed, found it left behind;"
            + " end it and remove "
            + folder,
        cause);
  }
}
