package io.github.reelay.contracttests.pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PM;
import java.util.function.Consumer;

/** What the bodies of all providers are made of: shapes, and only the values that are read. */
final class PactBodies {
  private PactBodies() {}

  static DslPart json(Consumer<LambdaDslObject> members) {
    return newJsonBody(members::accept).build();
  }

  /** A whole number that may need 64 bits. */
  static void integer(LambdaDslObject in, String name, long example) {
    in.and(name, example, PM.integerType());
  }

  /** The mapper takes absolute addresses of the web only. */
  static void url(LambdaDslObject in, String name, String example) {
    in.stringMatcher(name, "https?://.+", example);
  }

  /** The mapper depends on the word, so it is pinned as it is. */
  static void status(LambdaDslObject in, String word) {
    in.stringValue("status", word);
  }
}
