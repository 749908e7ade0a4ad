package io.github.reelay.internal.store;

import io.github.reelay.store.HandleStore;

/** A handle store that another part writes, so that its own writes are not worth a report. */
public interface UnreportedHandleStore extends HandleStore {}
