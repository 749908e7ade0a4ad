package io.github.reelay.spring;

import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * Looks for properties that do not exist. Spring Boot can do so too, but shows their values, which
 * may be keys, and takes a blank one such as {@code port: ${PORT:}} for unknown.
 */
final class UnknownProperties {
  private static final String PREFIX = "reelay";

  private UnknownProperties() {}

  /**
   * Looks in all sources but environment variables and the properties of the JVM.
   *
   * @throws PropertyException if there is one whose value is not blank
   */
  static void refuse(Environment environment) {
    try {
      Binder.get(environment)
          .bind(
              PREFIX,
              Bindable.of(ReelayProperties.class),
              new NoUnboundElementsBindHandler(
                  new IgnoreTopLevelConverterNotFoundBindHandler(),
                  new UnboundElementsSourceFilter()));
    } catch (BindException failure) {
      if (failure.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
        refuse(unbound, environment);
      } // anything else is said where the properties are bound
    }
  }

  private static void refuse(
      UnboundConfigurationPropertiesException unbound, Environment environment) {
    List<String> names =
        unbound.getUnboundProperties().stream()
            .filter(each -> !isBlank(each, environment))
            .map(UnknownProperties::name)
            .toList();
    if (!names.isEmpty()) {
      throw new PropertyException(
          "expected properties that exist, which docs/spring-boot.md lists, found "
              + String.join(" and ", names),
          unbound);
    }
  }

  private static boolean isBlank(ConfigurationProperty property, Environment environment) {
    return environment.resolvePlaceholders(String.valueOf(property.getValue())).isBlank();
  }

  private static String name(ConfigurationProperty property) {
    return property.getName()
        + (property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")");
  }
}
