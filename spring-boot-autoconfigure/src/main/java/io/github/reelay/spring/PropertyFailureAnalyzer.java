package io.github.reelay.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a property that cannot be used in place of a stack trace. */
final class PropertyFailureAnalyzer extends AbstractFailureAnalyzer<PropertyException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, PropertyException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Change the property, in application.yml or where else it is set.",
        cause);
  }
}
