package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactHandleSetTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 14, 15, 16, 17, 31, 32, 100, 2000})
  void doesWhatALinkedHashSetDoes(int many) {
    List<TaskHandle> handles = SampleHandles.numbered(0, many);
    Set<TaskHandle> model = new LinkedHashSet<>();
    CompactHandleSet set = new CompactHandleSet();
    Random random = new Random(many);
    for (int i = 0; i < 20_000; i++) {
      TaskHandle handle = handles.get(random.nextInt(many));
      if (random.nextInt(3) > 0) {
        assertThat(set.add(handle)).isEqualTo(model.add(handle));
      } else {
        assertThat(set.remove(handle)).isEqualTo(model.remove(handle));
      }
      assertThat(set.contains(handle)).isEqualTo(model.contains(handle));
    }

    assertThat(set).containsExactlyElementsOf(model).hasSize(model.size());
  }

  @Test
  void keepsHandlesWhoseHashesAreTheSame() {
    TaskHandle one = new TaskHandle("toapis", "Aa");
    TaskHandle other = new TaskHandle("toapis", "BB");
    CompactHandleSet set = new CompactHandleSet();
    set.addAll(List.of(one, other));

    set.remove(one);

    assertThat(one).hasSameHashCodeAs(other);
    assertThat(set).containsExactly(other);
    assertThat(set.contains(one)).isFalse();
  }

  @Test
  void staysAsLargeAsItsContentHoweverMuchPasses() {
    CompactHandleSet set = new CompactHandleSet();
    for (TaskHandle handle : SampleHandles.numbered(0, 100_000)) {
      set.add(handle);
      set.remove(handle);
    }

    assertThat(set.capacity()).isEqualTo(16);
  }

  @Test
  void aCopyHasItsOwnLife() {
    CompactHandleSet set = new CompactHandleSet();
    set.add(SampleHandles.FIRST);
    CompactHandleSet copy = set.copy();

    set.add(SampleHandles.SECOND);
    copy.remove(SampleHandles.FIRST);

    assertThat(set).containsExactly(SampleHandles.FIRST, SampleHandles.SECOND);
    assertThat(copy).isEmpty();
  }

  @Test
  void holdsNothingButHandles() {
    CompactHandleSet set = new CompactHandleSet();
    set.add(SampleHandles.FIRST);

    assertThat(set.contains(null)).isFalse();
    assertThat(set.remove("toapis:task_1")).isFalse();
    assertThat(set).hasSize(1);
  }
}
