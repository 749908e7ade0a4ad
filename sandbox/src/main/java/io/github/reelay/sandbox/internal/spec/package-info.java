/**
 * Reading OpenAPI documents as the stub providers need them: the routes of a provider, its named
 * examples and the schemas that mark times and ids. Nothing here answers a request or knows a
 * scenario; that is {@code io.github.reelay.sandbox}, which alone uses this package.
 */
@NullMarked
package io.github.reelay.sandbox.internal.spec;

import org.jspecify.annotations.NullMarked;
