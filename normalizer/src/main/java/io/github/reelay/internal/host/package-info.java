/** What the text of a host says without a name service. Not part of the API. */
@NullMarked
package io.github.reelay.internal.host;

import org.jspecify.annotations.NullMarked;
