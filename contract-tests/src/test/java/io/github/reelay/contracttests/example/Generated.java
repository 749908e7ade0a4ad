package io.github.reelay.contracttests.example;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Decoded;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The generated record of an example's schema, and the ways to read one. */
final class Generated {
  static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Generated() {}

  /** The record that was generated from the schema of the example. */
  static Class<?> type(Example example) {
    String name = TestProviders.clientPackage(example.provider()) + "." + example.schema();
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException absent) {
      throw new IllegalStateException("expected a generated record " + name, absent);
    }
  }

  /** The example, as its generated reader reads it. */
  static Decoded<Object> read(Example example) throws UnreadableException {
    return ContractReader.read(example.bytes(), in -> read(type(example), in));
  }

  /** The findings of the generated reader, as kind and pointer. */
  static List<String> findings(Example example) throws UnreadableException {
    return read(example).findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .toList();
  }

  private static Object read(Class<?> type, ContractReader in) {
    try {
      Method read = type.getMethod("read", ContractReader.class);
      return read.invoke(null, in);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The example, as Feign hands it to that decoder. */
  static Object decode(Decoder decoder, Example example) throws IOException {
    Request request =
        Request.create(
            Request.HttpMethod.GET,
            "http://127.0.0.1/",
            Map.of(),
            null,
            StandardCharsets.UTF_8,
            new RequestTemplate());
    try (Response response =
        Response.builder().status(200).request(request).body(example.bytes()).build()) {
      return decoder.decode(response, type(example));
    }
  }
}
