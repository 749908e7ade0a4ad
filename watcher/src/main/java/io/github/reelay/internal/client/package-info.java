/**
 * Settings that the client of one process and that of a cluster have in common: where providers
 * come from, and how videos are requested. Each builder has the setters with their documentation;
 * what they do is here, once. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.internal.client;

import org.jspecify.annotations.NullMarked;
