/**
 * Auto-configuration for Spring Boot 4: providers, a watcher, downloads and a handle store from
 * {@code application.yml}; see {@link io.github.reelay.spring.ReelayProperties}.
 */
@NullMarked
package io.github.reelay.spring;

import org.jspecify.annotations.NullMarked;
