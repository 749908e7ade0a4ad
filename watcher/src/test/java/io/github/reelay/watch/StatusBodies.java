package io.github.reelay.watch;

/** Small bodies with which a provider says where a task stands: written here, or an example. */
final class StatusBodies {
  static final String URL = "https://files.example/video.mp4";

  /** What a gateway passes on of a fault behind it. */
  static final String UPSTREAM_ERROR =
      "{\"error\":{\"message\":\"upstream connect"
          + " error\",\"type\":\"upstream_error\",\"code\":null}}";

  private static final String TWO_MEGABYTES = "iVBORw0K".repeat(262_144);

  private StatusBodies() {}

  /** The same, and an image of the request. */
  static String repeating(String body) {
    return body.substring(0, body.length() - 1)
        + ",\"metadata\":{\"image\":\"data:image/png;base64,"
        + TWO_MEGABYTES
        + "\"}}";
  }

  static String queued(String provider, String id) {
    return switch (provider) {
      case "toapis" -> toapis(id, "queued", "\"progress\":0");
      case "xingchaoyiqing" -> xingchaoyiqing(id, "queued", "null");
      case "22codex" -> codex22(id, "pending", "");
      default -> ExampleBodies.of(provider, "queued", id);
    };
  }

  static String running(String provider, String id, int percent) {
    return switch (provider) {
      case "toapis" -> toapis(id, "in_progress", "\"progress\":" + percent);
      case "xingchaoyiqing" -> xingchaoyiqing(id, "processing", "null");
      case "22codex" ->
          codex22(
              id,
              "pending",
              ",\"pending_info\":{\"status\":\"processing\",\"progress_pct\":"
                  + percent / 100.0
                  + "}");
      default -> ExampleBodies.running(provider, "running", id, percent);
    };
  }

  static String completed(String provider, String id) {
    return switch (provider) {
      case "toapis" ->
          toapis(
              id,
              "completed",
              "\"result\":{\"type\":\"video\",\"data\":[{\"url\":\"" + URL + "\"}]}");
      case "xingchaoyiqing" -> xingchaoyiqing(id, "completed", "\"" + URL + "\"");
      case "22codex" -> codex22(id, "completed", ",\"url\":\"" + URL + "\"");
      default -> ExampleBodies.of(provider, "completed", id);
    };
  }

  static String completedWithoutVideo(String provider, String id) {
    return switch (provider) {
      case "toapis" -> toapis(id, "completed", "\"progress\":100");
      case "xingchaoyiqing" -> xingchaoyiqing(id, "completed", "null");
      case "22codex" -> codex22(id, "completed", "");
      default -> ExampleBodies.of(provider, "completed-without-video", id);
    };
  }

  static String unknown(String provider, String id) {
    return switch (provider) {
      case "toapis" -> toapis(id, "polishing", "\"progress\":50");
      case "xingchaoyiqing" -> xingchaoyiqing(id, "polishing", "null");
      case "22codex" -> codex22(id, "polishing", "");
      default -> ExampleBodies.withStatus(provider, "polishing", id);
    };
  }

  static String failed(String provider, String id) {
    return switch (provider) {
      case "toapis" ->
          toapis(id, "failed", "\"error\":{\"code\":\"generation_failed\",\"message\":\"no\"}");
      case "xingchaoyiqing" ->
          xingchaoyiqing(id, "failed", "null").replace("\"error\":null", "\"error\":\"no\"");
      case "22codex" -> codex22(id, "failed", "");
      default -> ExampleBodies.of(provider, "failed", id);
    };
  }

  private static String toapis(String id, String status, String rest) {
    return "{\"id\":\""
        + id
        + "\",\"object\":\"generation.task\",\"status\":\""
        + status
        + "\","
        + rest
        + "}";
  }

  private static String xingchaoyiqing(String id, String status, String url) {
    return "{\"id\":\""
        + id
        + "\",\"object\":\"video.generation\",\"status\":\""
        + status
        + "\",\"video_url\":"
        + url
        + ",\"error\":null}";
  }

  private static String codex22(String id, String status, String rest) {
    return "{\"id\":\""
        + id
        + "\",\"status\":\""
        + status
        + "\",\"detail\":{\"id\":\""
        + id
        + "\",\"status\":\""
        + status
        + "\""
        + rest
        + "}}";
  }
}
