package com.example

import io.github.reelay.task.TaskHandle
import io.github.reelay.watch.Outcome
import io.github.reelay.watch.TaskEvent
import io.github.reelay.watch.Watcher
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.future.await
import kotlinx.coroutines.jdk9.asFlow

/** Every end, until the watcher has stopped. */
fun ends(watcher: Watcher): Flow<TaskEvent.Ended> = watcher.events().asFlow().filterIsInstance()

/** Suspends until the wait has ended; cancelling the coroutine cancels the wait. */
suspend fun outcome(watcher: Watcher, handle: TaskHandle): Outcome = watcher.watch(handle).await()
