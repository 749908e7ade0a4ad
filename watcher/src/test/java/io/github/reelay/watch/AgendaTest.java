package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgendaTest {
  private final Agenda agenda = new Agenda();

  private Watched begun(String id, long at) {
    Watched task = new Watched(id, at);
    agenda.begin(task);
    agenda.add(task, at);
    return task;
  }

  @Test
  void doesNotHoldWhatIsGoneBehindATaskThatStays() {
    Watched patient = begun("patient", 0);

    for (int i = 1; i <= 100_000; i++) {
      agenda.drop(begun("task-" + i, i), 1);
    }

    assertThat(agenda.size()).isLessThan(5_000);
    assertThat(agenda.next()).isSameAs(patient);
    assertThat(agenda.oldest()).isSameAs(patient);
  }

  @Test
  void skipsWhatIsGone() {
    Watched first = begun("first", 1);
    Watched second = begun("second", 2);

    agenda.drop(first, 1);

    assertThat(agenda.next()).isSameAs(second);
    assertThat(agenda.oldest()).isSameAs(second);
  }
}
