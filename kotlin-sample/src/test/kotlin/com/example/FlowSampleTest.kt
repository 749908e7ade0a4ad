package com.example

import io.github.reelay.provider.Providers
import io.github.reelay.sandbox.Sandbox
import io.github.reelay.task.TaskHandle
import io.github.reelay.watch.Outcome
import io.github.reelay.watch.Watcher
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

@Timeout(60, unit = TimeUnit.SECONDS)
class FlowSampleTest {
  @Test
  fun anEndIsInTheFlowAndAnOutcomeIsAwaited() = watching { watcher ->
    val handle = TaskHandle("toapis", "ok-1")
    val end = async(start = CoroutineStart.UNDISPATCHED) { ends(watcher).first() }
    assertEquals(Outcome.Kind.FINISHED, outcome(watcher, handle).kind())
    assertEquals(handle, end.await().handle())
  }

  @Test
  fun cancellingTheCoroutineCancelsTheWaitAndCancellingTheFlowDoesNot() = watching { watcher ->
    val handle = TaskHandle("toapis", "never-1")
    val outcome = async(start = CoroutineStart.UNDISPATCHED) { outcome(watcher, handle) }
    async(start = CoroutineStart.UNDISPATCHED) { ends(watcher).first() }.cancelAndJoin()
    assertEquals(1, watcher.unfinishedCount())

    outcome.cancelAndJoin()

    while (watcher.unfinishedCount() > 0) Thread.onSpinWait()
  }

  private fun watching(test: suspend CoroutineScope.(Watcher) -> Unit) = runBlocking {
    Sandbox.builder().stepByQueries(0, 0).start().use { sandbox ->
      val environment =
          mapOf(
              "REELAY_TOAPIS_BASE_URL" to sandbox.baseUrl("toapis").toString(),
              "REELAY_TOAPIS_API_KEY" to sandbox.apiKey("toapis"))
      Providers.discover(environment).use { providers ->
        Watcher.of(providers).use { watcher ->
          test(watcher)
        }
      }
    }
  }
}
