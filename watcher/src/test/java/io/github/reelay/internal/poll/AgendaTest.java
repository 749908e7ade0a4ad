package io.github.reelay.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgendaTest {
  private final Agenda agenda = new Agenda(task -> task.startedAt);

  private Watched begun(String id, long at) {
    Watched task = new Watched(id, at);
    agenda.endInTime(task);
    agenda.add(task, at);
    return task;
  }

  @Test
  void doesNotHoldWhatIsGoneBehindATaskThatStays() {
    Watched patient = begun("patient", 0);

    for (int i = 1; i <= 100_000; i++) {
      agenda.drop(begun("task-" + i, i));
    }

    assertThat(agenda.size()).isEqualTo(2);
    assertThat(agenda.takeNext()).isSameAs(patient);
    assertThat(agenda.takeEnded(1)).isSameAs(patient);
  }

  @Test
  void skipsWhatIsGone() {
    Watched first = begun("first", 1);
    Watched second = begun("second", 2);

    agenda.drop(first);

    assertThat(agenda.takeNext()).isSameAs(second);
    assertThat(agenda.nextEndAt()).isEqualTo(3);
    assertThat(agenda.takeEnded(2)).isNull();
    assertThat(agenda.takeEnded(3)).isSameAs(second);
  }

  @Test
  void aTaskThatIsAddedAgainHasOnePlace() {
    Watched task = begun("task", 5);
    begun("other", 7);

    agenda.add(task, 9);

    assertThat(agenda.size()).isEqualTo(4);
    assertThat(agenda.nextAt()).isEqualTo(7);
  }
}
