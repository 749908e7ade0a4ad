package io.github.reelay.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.contract.BodyLimits;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Decoded;
import io.github.reelay.contract.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The runtime's reader with every generated record: a body is read, or it is unreadable. */
final class ReaderTarget implements FuzzTarget {
  private final List<Function<ContractReader, ?>> readers = new ArrayList<>();

  ReaderTarget() {
    Examples.dialects().forEach(each -> readers.addAll(Records.readers(each.binding().api())));
    readers.add(ContractReader::any);
    readers.add(ReaderTarget::skip);
  }

  @Override
  public void take(byte[] input) {
    byte[] body = ResponseInput.of(input).response().body();
    int unreadable = 0;
    for (Function<ContractReader, ?> reader : readers) {
      unreadable += isRead(body, reader) ? 0 : 1;
    }
    Promise.check(
        unreadable == 0 || unreadable == readers.size(),
        "a body that is unreadable as one record to be unreadable as all of them");
  }

  private static boolean isRead(byte[] body, Function<ContractReader, ?> reader) {
    try {
      Decoded<?> decoded = ContractReader.read(body, reader);
      Promise.check(
          decoded.findings().size() <= BodyLimits.FINDINGS, "no more findings than allowed");
      return true;
    } catch (UnreadableException documented) {
      return false;
    }
  }

  private static String skip(ContractReader in) {
    in.skip();
    return "";
  }

  @Override
  public Map<String, byte[]> seeds() {
    return Map.of(
        "exponents", "{\"progress\":1e999999999,\"created_at\":-1e-999999999}".getBytes(UTF_8),
        "twice", "{\"id\":\"a\",\"id\":[{}],\"error\":{\"code\":{\"a\":1}}}".getBytes(UTF_8));
  }
}
