package io.github.reelay.spring;

import java.util.concurrent.Executor;

/**
 * The threads of the watcher and of downloads. Not an {@link Executor} itself, so that Spring Boot
 * does not take it for the one of the application.
 *
 * @param executor runs whatever it is given on a thread of its own
 */
record ReelayThreads(Executor executor) {}
