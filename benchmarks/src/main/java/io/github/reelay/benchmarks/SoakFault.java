package io.github.reelay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** What providers and the gateways before them send in place of a task. */
enum SoakFault {
  UNAVAILABLE {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException {
      SoakServer.send(exchange, 503, "text/html", "<html>503 Service Unavailable</html>");
    }
  },
  CHALLENGE {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException {
      SoakServer.send(exchange, 403, "text/html", "<!DOCTYPE html><title>Just a moment...</title>");
    }
  },
  CLOSED {
    @Override
    void respond(HttpExchange exchange, String good) {
      closed(exchange);
    }
  },
  TRUNCATED {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException {
      truncated(exchange, "application/json", good.getBytes(UTF_8));
    }
  },
  LIMITED {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException {
      exchange.getResponseHeaders().set("Retry-After", "2");
      SoakServer.send(exchange, 429, "application/json", "{\"error\":{\"message\":\"slow down\"}}");
    }
  },
  NOT_FOUND {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException {
      SoakServer.send(exchange, 404, "application/json", "{\"error\":{\"message\":\"no route\"}}");
    }
  },
  SLOW {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException, InterruptedException {
      TimeUnit.SECONDS.sleep(2);
      SoakServer.send(exchange, 200, "application/json", good);
    }
  },
  BROKEN_JSON {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException {
      SoakServer.send(exchange, 200, "application/json", good.substring(0, good.length() / 2));
    }
  },
  ECHO {
    @Override
    void respond(HttpExchange exchange, String good) throws IOException {
      byte[] rest = good.substring(1).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, IMAGE.length + rest.length);
      exchange.getResponseBody().write(IMAGE);
      exchange.getResponseBody().write(rest);
    }
  };

  private static final SoakFault[] ALL = values();

  /** How a response begins that repeats an image of the request; one for all of them. */
  private static final byte[] IMAGE =
      ("{\"image\":\"data:image/png;base64," + "A".repeat(2 << 20) + "\",").getBytes(UTF_8);

  /** Sends something in place of that body. */
  abstract void respond(HttpExchange exchange, String good)
      throws IOException, InterruptedException;

  /** One at random, each as likely as any other. */
  static SoakFault any() {
    return ALL[ThreadLocalRandom.current().nextInt(ALL.length)];
  }

  /** Closes the connection without a response. */
  static void closed(HttpExchange exchange) {
    exchange.close();
  }

  /** Closes the connection in the middle of the body. */
  static void truncated(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }
}
