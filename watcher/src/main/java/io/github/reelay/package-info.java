/**
 * The main class {@link io.github.reelay.Reelay}, with which a program queries a task, waits for
 * one, saves its video, or collects many. {@link io.github.reelay.CollectRun} is a collection that
 * is followed and can be stopped. Both own the parts that do it, and add no rules of their own. The
 * parts, for programs that need more of them, are the watcher in {@code io.github.reelay.watch},
 * the downloader in {@code io.github.reelay.download}, the handle store in {@code
 * io.github.reelay.store} and the providers in {@code io.github.reelay.provider}.
 */
@NullMarked
package io.github.reelay;

import org.jspecify.annotations.NullMarked;
