package io.github.reelay.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the tests' own on loopback, in a temporary folder and at a free port. It is
 * started as another user where the tests run as root, because PostgreSQL refuses that one.
 */
final class PostgresServer implements AutoCloseable {
  private static final String[] USERS = {"postgres", "nobody"};

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

  private static PostgresServer shared;

  private final Path folder;
  private final Path programs;
  private final int port;
  private final Process guard;

  private PostgresServer(Path folder, Path programs, int port) throws IOException {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
    this.guard = new ProcessBuilder("sh", "-c", GUARD, folder.toString()).start();
  }

  /** One for all tests of this process; it ends with the process. */
  static synchronized PostgresServer shared() throws Exception {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  /** One more. */
  static PostgresServer start() throws Exception {
    Path folder = Files.createTempDirectory("reelay-postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    PostgresServer server = new PostgresServer(folder, programs(), freePort());
    server.run(
        "initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
    server.up();
    return server;
  }

  private static Path programs() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "expected a PostgreSQL below /usr/lib/postgresql, found none; install it"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Starts it; what it has is kept. */
  void up() throws Exception {
    String options =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -p "
            + port;
    run("pg_ctl", "-D", data(), "-l", data() + "/log", "-o", options, "-w", "-t", "30", "start");
  }

  /** Stops it without a shutdown of its own. */
  void down() throws Exception {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "-t", "30", "stop");
  }

  /** Lets it and all its processes stand still, so that it responds nothing and refuses nothing. */
  void freeze() throws Exception {
    signal("STOP");
  }

  /** Lets it go on. */
  void thaw() throws Exception {
    signal("CONT");
  }

  /** The process that has all others below it. */
  ProcessHandle process() throws IOException {
    Path file = folder.resolve("data/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).orElseThrow();
  }

  /** Where it keeps all that it has. */
  Path folder() {
    return folder;
  }

  private void signal(String name) throws Exception {
    ProcessHandle server = process();
    List<String> command =
        new ArrayList<>(List.of("kill", "-" + name, Long.toString(server.pid())));
    server.descendants().forEach(each -> command.add(Long.toString(each.pid())));
    new ProcessBuilder(command).start().waitFor(60, TimeUnit.SECONDS);
  }

  /** Makes a schema, and returns the URL with which it is the only one. */
  String schema(String name) throws Exception {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + name);
    }
    return url("postgres") + "&currentSchema=" + name;
  }

  /** Makes a database that is not in UTF-8, and returns its URL. */
  String latin1(String name) throws Exception {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database "
              + name
              + " encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
    }
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?user=postgres&connectTimeout=2&socketTimeout=5";
  }

  int port() {
    return port;
  }

  private void run(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", user(), "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("reelay-postgres", ".log");
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
    String all = Files.readString(Path.of("/etc/passwd"));
    return all.contains("\n" + USERS[0] + ":") ? USERS[0] : USERS[1];
  }

  /**
   * Ends it, and removes its folder.
   *
   * @throws IllegalStateException if it is left behind
   */
  @Override
  public void close() {
    Exception cause = null;
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
