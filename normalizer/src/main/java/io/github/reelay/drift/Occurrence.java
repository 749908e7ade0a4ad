package io.github.reelay.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and where something was seen.
 *
 * @param time null if not known
 * @param place for people; null if not known
 */
record Occurrence(@Nullable Instant time, @Nullable String place) {}
