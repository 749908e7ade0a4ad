package io.github.reelay.lint.rule;

import static io.github.reelay.lint.rule.WrongDocument.put;
import static io.github.reelay.lint.rule.WrongDocument.remove;

import java.util.List;

/** What the rules for extensions say of a document that breaks them in one place. */
final class WrongExtensions {
  private static final String GET = "/paths/~1tasks~1{id}/get";
  private static final String OK = GET + "/responses/200";
  private static final String TASK = "/components/schemas/Task";
  private static final String STATUS = TASK + "/properties/status";
  private static final String SEED = "/components/schemas/Result/properties/seed";

  static final List<WrongDocument> ALL =
      List.of(
          put(
              Rule.SHAPES,
              SEED + "/x-shape",
              "\"map\"",
              SEED + ": expected x-shape scalar, error or any, without a type, found map"),
          put(
              Rule.SHAPES,
              SEED + "/type",
              "\"string\"",
              SEED
                  + ": expected x-shape scalar, error or any, without a type, found any with a"
                  + " type"),
          remove(
              Rule.SHAPES,
              SEED + "/x-shape",
              SEED + ": expected a type or an x-shape, found neither"),
          put(
              Rule.TIMES,
              TASK + "/properties/created_at/x-time",
              "\"seconds\"",
              TASK
                  + "/properties/created_at: expected x-time true with a type of text or number,"
                  + " found \"seconds\" with 'integer'"),
          put(
              Rule.TIMES,
              TASK + "/properties/created_at/type",
              "\"boolean\"",
              TASK
                  + "/properties/created_at: expected x-time true with a type of text or number,"
                  + " found true with 'boolean'"),
          put(
              Rule.KNOWN_VALUES,
              STATUS + "/x-known-values",
              "[\"queued\",\"queued\"]",
              STATUS
                  + ": expected x-known-values to be different words with type string, found"
                  + " [\"queued\",\"queued\"] with 'string'"),
          put(
              Rule.KNOWN_VALUES,
              STATUS + "/type",
              "\"integer\"",
              STATUS
                  + ": expected x-known-values to be different words with type string, found"
                  + " [\"queued\",\"running\"] with 'integer'"),
          remove(
              Rule.KNOWN_VALUES,
              STATUS + "/x-known-values",
              STATUS + ": expected x-known-values, found none"),
          put(
              Rule.VOCABULARY,
              STATUS + "/x-means",
              "{\"queued\": [\"queued\"]}",
              STATUS + "/x-means: expected a meaning for the documented word running, found none"),
          remove(
              Rule.VOCABULARY,
              TASK + "/properties/id/x-reelay",
              OK
                  + "/content/application~1json/schema: expected a property with x-reelay id in the"
                  + " task, found none"),
          put(
              Rule.VOCABULARY,
              TASK + "/properties/progress/x-reelay",
              "\"video.url\"",
              TASK
                  + "/properties/progress/x-reelay: expected type string for video.url, found type"
                  + " integer"),
          put(
              Rule.VOCABULARY,
              "/info/x-provider",
              "\"acme\"",
              "/info/x-provider: expected toapis, as the file is called, found 'acme'"),
          put(
              Rule.EXTENSIONS,
              TASK + "/properties/progress/x-relay",
              "\"progress.percent\"",
              TASK
                  + "/properties/progress/x-relay: expected one of x-envelope, x-facts, x-inferred,"
                  + " x-known-values, x-last-verified, x-means, x-polling, x-present-on,"
                  + " x-provider, x-reelay, x-reelay-inside, x-shape, x-time, x-unit,"
                  + " x-unknown-task, x-unset, x-validity, x-video-format, found 'x-relay'"));

  private WrongExtensions() {}
}
