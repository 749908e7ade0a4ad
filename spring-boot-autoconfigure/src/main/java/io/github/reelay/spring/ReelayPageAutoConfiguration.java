package io.github.reelay.spring;

import io.github.reelay.page.WatchPage;
import io.github.reelay.page.WatchPageBuilder;
import io.github.reelay.provider.Providers;
import io.github.reelay.spring.ReelayProperties.PageProperties;
import io.github.reelay.store.HandleStore;
import java.net.InetSocketAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The page of what is watched, where reelay-page is on the class path and a port is set. */
@AutoConfiguration(after = ReelayAutoConfiguration.class)
@ConditionalOnClass(WatchPage.class)
@ConditionalOnBean(Providers.class)
@ConditionalOnProperty(name = "reelay.page.port")
public class ReelayPageAutoConfiguration {

  /** Serves the page; a listener of the watcher. */
  @Bean
  @ConditionalOnMissingBean
  public WatchPage reelayPage(
      Providers providers, ReelayProperties properties, ObjectProvider<HandleStore> store) {
    PageProperties settings = properties.page();
    int port = settings.port() == null ? 0 : settings.port();
    WatchPageBuilder builder =
        WatchPage.builder(providers)
            .address(new InetSocketAddress(settings.address(), port))
            .token(settings.token())
            .allowPrivateAddresses(properties.downloads().allowPrivateAddresses());
    settings.hostNames().forEach(builder::hostName);
    WatchPage page = builder.start();
    store.ifAvailable(kept -> page.expect(kept.handles()));
    return page;
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
