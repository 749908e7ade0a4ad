package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database commits, and its response is lost: nobody knows whether it has committed. */
@Timeout(60)
class LostCommitTest {
  private static final int LOST = 3;

  private final ScriptedProvider provider = new ScriptedProvider();
  private final AtomicInteger lost = new AtomicInteger();

  static TestDatabase.Kind[] kinds() {
    return TestDatabase.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTaskThatWasTakenFromTheInboxIsWatched(TestDatabase.Kind kind) throws Exception {
    try (TestDatabase database = kind.open();
        ClusterWatcher replica =
            ClusterWatcher.builder(provider.providers())
                .rules(ScriptedProvider::quick)
                .database(losing(database.source(), "delete from reelay_inbox"))
                .createSchema(true)
                .start()) {
      for (int i = 0; i < LOST; i++) {
        int before = i;
        replica.submit(handle(i));
        await("its commit is lost")
            .untilAsserted(() -> assertThat(lost.get()).isEqualTo(before + 1));
      }

      await("all are queried")
          .untilAsserted(
              () -> {
                assertThat(provider.count(handle(0))).isPositive();
                assertThat(provider.count(handle(1))).isPositive();
                assertThat(provider.count(handle(2))).isPositive();
              });
      assertThat(database.count("reelay_inbox")).isZero();
    }
  }

  /** A source that loses the responses of the first commits after such a statement. */
  private DataSource losing(DataSource source, String statement) {
    return wrap(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = method.invoke(source, arguments);
          return result instanceof Connection connection ? losing(connection, statement) : result;
        });
  }

  private Connection losing(Connection connection, String statement) {
    AtomicInteger seen = new AtomicInteger();
    return wrap(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              && arguments[0].toString().contains(statement)) {
            seen.incrementAndGet();
          }
          Object result = method.invoke(connection, arguments);
          if (method.getName().equals("commit") && seen.get() > 0 && lost.get() < LOST) {
            lost.incrementAndGet();
            throw new SQLException("the response is lost", "08006");
          }
          return result;
        });
  }

  private static <T> T wrap(Class<T> type, InvocationHandler handler) {
    InvocationHandler unwrapping =
        (proxy, method, arguments) -> {
          try {
            return handler.invoke(proxy, method, arguments);
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        };
    ClassLoader loader = LostCommitTest.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, unwrapping));
  }
}
