package io.github.reelay.sandbox.junit;

import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a {@link Sandbox} for tests and closes it. In a static field with {@code
 * RegisterExtension}, or by {@code ExtendWith} on the class, one sandbox serves all tests of the
 * class; in an instance field each test has its own. Tests take it as a parameter of the type
 * {@link Sandbox}, or from {@link #sandbox}.
 */
@SuppressWarnings("exports") // a test that has JUnit requires it
public final class SandboxExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {
  private final SandboxBuilder settings;
  private int users;
  private @Nullable Sandbox running;

  /** An extension with the default settings, as {@code ExtendWith} makes it. */
  public SandboxExtension() {
    this(Sandbox.builder());
  }

  private SandboxExtension(SandboxBuilder settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * An extension with the default settings.
   *
   * @return the extension, for a field
   */
  public static SandboxExtension create() {
    return new SandboxExtension();
  }

  /**
   * An extension with settings of your own.
   *
   * @param settings the settings; the extension starts the sandbox
   * @return the extension, for a field
   */
  public static SandboxExtension create(SandboxBuilder settings) {
    return new SandboxExtension(settings);
  }

  /**
   * The running sandbox.
   *
   * @throws IllegalStateException if no test is running
   */
  public synchronized Sandbox sandbox() {
    if (running == null) {
      throw new IllegalStateException(
          "expected a running test, found none; is the field annotated with RegisterExtension?");
    }
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    enter();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    enter();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    leave();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    leave();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class;
  }

  @Override
  public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return sandbox();
  }

  /**
   * Counts the tests that use the sandbox, because nested classes and parallel tests share one
   * extension.
   */
  private synchronized void enter() {
    if (users == 0) {
      running = settings.start();
    }
    users++;
  }

  private synchronized void leave() {
    users--;
    if (users == 0 && running != null) {
      running.close();
      running = null;
    }
  }
}
