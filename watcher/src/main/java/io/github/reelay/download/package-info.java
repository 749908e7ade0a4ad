/**
 * Fetching the videos that tasks made, before their URLs die: resumed where a transfer broke off,
 * checked, and moved into place as a whole or not at all. A provider's key is sent to its own
 * origin alone.
 */
@NullMarked
package io.github.reelay.download;

import org.jspecify.annotations.NullMarked;
