package io.github.reelay.contracttests.pact;

import au.com.dius.pact.consumer.junit5.PactTestFor;
import io.github.reelay.contracttools.pact.PactFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds the pact file that a class of consumer tests has written against the committed one; a part
 * of the class writes a part of the file, and so fails. With {@code -Dpact.rewrite=true} it takes
 * the file over instead, and fails if that changed anything.
 */
final class CommittedPact implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    PactTestFor test = context.getRequiredTestClass().getAnnotation(PactTestFor.class);
    Path written = PactFiles.WRITTEN.resolve(PactFiles.nameFor(test.providerName()));
    Path committed = PactFiles.committed(test.providerName());
    if (Boolean.getBoolean("pact.rewrite")) {
      PactFiles.rewrite(written, committed);
    } else {
      PactFiles.requireEqual(written, committed);
    }
  }
}
