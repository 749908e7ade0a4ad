package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.store.ObservedHandleStore;
import io.github.reelay.internal.store.StoreFailure;
import io.github.reelay.store.HandleStore;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StoreFailureTest {
  private final HandleStore store = new RecordingHandleStore();
  private final IOException cause = new IOException("disk full");

  @Test
  void namesTheStoreWhatItShouldHaveDoneAndWhatToDo() {
    assertThat(StoreFailure.keeping(store, 1, cause))
        .hasMessage(
            "expected the handle store RecordingHandleStore to keep 1 handle, found a failure;"
                + " remove its cause, and watch the tasks once more")
        .hasCause(cause);
    assertThat(StoreFailure.keepingDocument(store, cause))
        .hasMessage(
            "expected the handle store RecordingHandleStore to keep the file of a document, found a"
                + " failure; remove its cause, and watch the tasks once more")
        .hasCause(cause);
  }

  @Test
  void namesTheStoreThatIsObserved() {
    HandleStore observed = new ObservedHandleStore(store, () -> 0, (n, took, no) -> {});

    assertThat(StoreFailure.closing(observed, cause))
        .hasMessage(
            "expected the handle store RecordingHandleStore to close, found a failure; remove its"
                + " cause, and open the store again");
  }
}
