package io.github.reelay.spring;

import io.github.reelay.download.DownloaderBuilder;

/** Changes the settings of the downloader after the properties; a bean of a program. */
@FunctionalInterface
public interface DownloaderCustomizer {
  /** Changes the downloader before it is built. */
  void customize(DownloaderBuilder builder);
}
