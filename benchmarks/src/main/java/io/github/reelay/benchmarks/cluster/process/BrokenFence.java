package io.github.reelay.benchmarks.cluster.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * A database whose fence is broken, to see that the proofs would notice: a replica that checks
 * whether its leases are still its own reads the versions that it had when they were.
 */
final class BrokenFence {
  /** What the fence's statement ends with, and no other. */
  private static final String FENCE = "order by task_instance for share";

  private final String sql;

  private BrokenFence(String replica) {
    this.sql =
        """
        with wanted as (select unnest(?::text[]) as part),
        mine as (
          insert into benchmark_fence (replica, part, version)
          select '%1$s', l.task_instance, l.version
          from reelay_lease l join wanted on l.task_instance = wanted.part
          where l.task_name = 'partition' and l.picked and l.picked_by like '%1$s/%%'
          on conflict (replica, part) do update set version = excluded.version
          returning part, version)
        select part, version from mine
        union all
        select f.part, f.version from benchmark_fence f join wanted on f.part = wanted.part
        where f.replica = '%1$s' and f.part not in (select part from mine)
        """
            .formatted(replica);
  }

  /** The database of one replica, with a broken fence. */
  static DataSource around(DataSource source, String replica) {
    BrokenFence fence = new BrokenFence(replica);
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = method.invoke(source, arguments);
          return result instanceof Connection connection ? fence.around(connection) : result;
        });
  }

  private Connection around(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              && arguments[0].toString().endsWith(FENCE)) {
            arguments[0] = sql;
          }
          return method.invoke(connection, arguments);
        });
  }

  private interface Call {
    Object make(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.make(method, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
