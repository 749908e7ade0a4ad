/**
 * Auto-configuration for Spring Boot 4: providers, a watcher, downloads and a handle store from
 * {@code application.yml}; see {@link io.github.reelay.spring.ReelayProperties}. Nothing here waits
 * or downloads: that is done in {@code io.github.reelay.watch} and {@code
 * io.github.reelay.download}, and by several replicas in {@code io.github.reelay.cluster}. Metrics
 * are made in {@code io.github.reelay.micrometer}, the page in {@code io.github.reelay.page}.
 */
@NullMarked
package io.github.reelay.spring;

import org.jspecify.annotations.NullMarked;
