/** The canonical JSON of a reading, and saved exchanges as JSON Lines. */
@NullMarked
package io.github.reelay.json;

import org.jspecify.annotations.NullMarked;
