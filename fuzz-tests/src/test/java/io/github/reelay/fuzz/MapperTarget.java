package io.github.reelay.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.CanonicalJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A response of any provider to its canonical JSON. */
final class MapperTarget implements FuzzTarget {
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final List<Dialect> dialects = Examples.dialects();

  @Override
  public void take(byte[] input) throws IOException {
    ResponseInput response = ResponseInput.of(input);
    for (Dialect dialect : dialects) {
      QueryResult result = dialect.read("relay", response.id(), response.response());
      QueryResult again = dialect.read("relay", response.id(), response.response());
      Promise.check(result.equals(again), "the same response to be read the same each time");
      checkJson(CanonicalJson.line(result));
    }
  }

  /** Each key once, and nothing that is null. */
  private static void checkJson(String json) throws IOException {
    try (JsonParser parser = STRICT.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        Promise.check(token != JsonToken.VALUE_NULL, "no null in the canonical JSON");
      }
    }
  }

  @Override
  public Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new TreeMap<>();
    Examples.all()
        .forEach((name, received) -> seeds.put(name, ResponseInput.bytes("t1", received)));
    return seeds;
  }
}
