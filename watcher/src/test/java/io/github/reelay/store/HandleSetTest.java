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

class HandleSetTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 14, 15, 16, 17, 31, 32, 100, 2000})
  void doesWhatALinkedHashSetDoes(int many) {
    List<TaskHandle> handles = Handles.numbered(0, many);
    Set<TaskHandle> model = new LinkedHashSet<>();
    HandleSet set = new HandleSet();
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
    HandleSet set = new HandleSet();
    set.addAll(List.of(one, other));

    set.remove(one);

    assertThat(one).hasSameHashCodeAs(other);
    assertThat(set).containsExactly(other);
    assertThat(set.contains(one)).isFalse();
  }

  @Test
  void staysAsLargeAsItsContentHoweverMuchPasses() {
    HandleSet set = new HandleSet();
    for (TaskHandle handle : Handles.numbered(0, 100_000)) {
      set.add(handle);
      set.remove(handle);
    }

    assertThat(set.capacity()).isEqualTo(16);
  }

  @Test
  void aCopyHasItsOwnLife() {
    HandleSet set = new HandleSet();
    set.add(Handles.FIRST);
    HandleSet copy = set.copy();

    set.add(Handles.SECOND);
    copy.remove(Handles.FIRST);

    assertThat(set).containsExactly(Handles.FIRST, Handles.SECOND);
    assertThat(copy).isEmpty();
  }

  @Test
  void holdsNothingButHandles() {
    HandleSet set = new HandleSet();
    set.add(Handles.FIRST);

    assertThat(set.contains(null)).isFalse();
    assertThat(set.remove("toapis:task_1")).isFalse();
    assertThat(set).hasSize(1);
  }
}
