/**
 * What several packages of this module share and none owns: the holder that makes a value once, and
 * the factory of daemon threads. What has a subject of its own is in a package below, such as
 * {@code internal.http}. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal;

import org.jspecify.annotations.NullMarked;
