/**
 * Reading OpenAPI documents as the stub providers need them: the routes of a provider, its named
 * examples and the schemas that mark times and ids. Requests and scenarios are in {@code
 * io.github.reelay.sandbox}, which alone uses this package.
 */
@NullMarked
package io.github.reelay.sandbox.internal.spec;

import org.jspecify.annotations.NullMarked;
