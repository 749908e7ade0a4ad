package io.github.reelay.spring;

import io.github.reelay.page.WatchPage;
import io.github.reelay.page.WatchPageBuilder;
import io.github.reelay.provider.Providers;
import io.github.reelay.spring.ReelayProperties.PageProperties;
import io.github.reelay.store.HandleStore;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The page of what is watched, where reelay-page is on the class path and a port is set. */
@AutoConfiguration(after = ReelayAutoConfiguration.class)
@ConditionalOnClass(WatchPage.class)
@ConditionalOnBean(Providers.class)
@Conditional(ReelayPageAutoConfiguration.PortIsSet.class)
public class ReelayPageAutoConfiguration {

  /** Serves the page; a listener of the watcher. */
  @Bean
  @ConditionalOnMissingBean
  public WatchPage reelayPage(
      Providers providers, ReelayProperties properties, ObjectProvider<HandleStore> store) {
    WatchPageBuilder builder = WatchPage.builder(providers);
    builder.allowPrivateAddresses(properties.downloads().allowPrivateAddresses());
    apply(properties.page(), builder);
    HandleStore kept = store.getIfAvailable(); // before a port is taken, because it may be refused
    WatchPage page = started(builder);
    if (kept != null) {
      page.expect(kept.handles());
    }
    return page;
  }

  private static void apply(PageProperties settings, WatchPageBuilder builder) {
    int port = settings.port() == null ? 0 : settings.port();
    // Only checked here, under its own name: the address has the port too.
    PropertyException.with("reelay.page.port", () -> builder.port(port));
    PropertyException.with(
        "reelay.page.address",
        () -> builder.address(new InetSocketAddress(settings.address(), port)));
    builder.token(settings.token());
    settings.hostNames().forEach(builder::hostName);
  }

  private static WatchPage started(WatchPageBuilder builder) {
    // What is wrong at the start is the token, unless the port cannot be served.
    try {
      return builder.start();
    } catch (UncheckedIOException taken) {
      throw new PropertyException("reelay.page.port: " + taken.getMessage(), taken);
    } catch (IllegalArgumentException refused) {
      throw new PropertyException("reelay.page.token: " + refused.getMessage(), refused);
    }
  }

  /** Whether a port is set; a blank one, as in {@code ${PORT:}}, is none. */
  static final class PortIsSet implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      String port = context.getEnvironment().getProperty("reelay.page.port");
      return port != null && !port.isBlank();
    }
  }

  /** Shows the rates of the watcher; providers are made before the page, and cannot know it. */
  @Bean
  WatcherCustomizer reelayPageOfWatcher(WatchPage page) {
    return builder -> builder.telemetry(page.telemetry());
  }

  /** Shows the rates of downloads. */
  @Bean
  DownloaderCustomizer reelayPageOfDownloader(WatchPage page) {
    return builder -> builder.telemetry(page.telemetry());
  }
}
