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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the tests' own on loopback, in a temporary folder and at a free port. It is
 * started as another user where the tests run as root, because PostgreSQL refuses that one.
 */
final class PostgresServer implements AutoCloseable {
  private static final String[] USERS = {"postgres", "nobody"};
  private static PostgresServer shared;

  private final Path folder;
  private final Path programs;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private PostgresServer(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
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
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
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

  private void signal(String name) throws Exception {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(pid)));
    server.descendants().forEach(each -> command.add(Long.toString(each.pid())));
    new ProcessBuilder(command).start().waitFor(10, TimeUnit.SECONDS);
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

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      down();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (Exception left) {
      System.err.println("left behind: " + folder + ", because of " + left);
    }
  }
}
