package io.github.reelay.contract;

import feign.Response;
import feign.Util;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes responses with the generated readers: no databind, no reflection per response, within the
 * {@link BodyLimits}. For {@code Feign.builder().decoder(new ContractDecoder())}.
 */
@SuppressWarnings("exports") // a caller of Feign requires it, as each client does
public final class ContractDecoder implements Decoder {
  private final Consumer<List<Finding>> listener;

  /** Drops the findings. */
  public ContractDecoder() {
    this(findings -> {});
  }

  /**
   * Hands on the findings of each response.
   *
   * @param listener called on the decoding thread, for each response that could be read; the list
   *     may be empty
   */
  public ContractDecoder(Consumer<List<Finding>> listener) {
    this.listener = listener;
  }

  /**
   * Reads the body as the generated record that {@code type} names. A 404 reaches a decoder only
   * where the caller dismissed it ({@code Feign.Builder.dismiss404}), and is null.
   *
   * @throws DecodeException if the body is not one JSON object within the limits, or {@code type}
   *     is no generated record
   */
  @Override
  public @Nullable Object decode(Response response, Type type) throws IOException {
    if (response.status() == 404) {
      return Util.emptyValueOf(type);
    }
    Decoded<Object> decoded = read(response, type);
    listener.accept(decoded.findings());
    return decoded.value();
  }

  private static Decoded<Object> read(Response response, Type type) throws IOException {
    try {
      return ContractReader.read(body(response), RecordReaders.of(type));
    } catch (UnreadableException | IllegalArgumentException wrong) {
      throw new DecodeException(response.status(), wrong.getMessage(), response.request(), wrong);
    }
  }

  private static byte[] body(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream in = response.body().asInputStream()) {
      return in.readNBytes(BodyLimits.BODY_BYTES + 1);
    }
  }
}
