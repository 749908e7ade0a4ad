package io.github.reelay.contract;

import feign.Response;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decodes answers with the generated readers: no databind, no reflection per answer, within the
 * {@link Limits}. For {@code Feign.builder().decoder(new ContractDecoder())}.
 */
public final class ContractDecoder implements Decoder {
  private final Consumer<List<Finding>> listener;

  /** Drops the findings. */
  public ContractDecoder() {
    this(findings -> {});
  }

  /**
   * Hands on the findings of each answer.
   *
   * @param listener called on the decoding thread, for each answer that could be read; the list may
   *     be empty
   */
  public ContractDecoder(Consumer<List<Finding>> listener) {
    this.listener = listener;
  }

  /**
   * Reads the body as the generated record that {@code type} names.
   *
   * @throws DecodeException if the body is not one JSON object within the limits, or {@code type}
   *     is no generated record
   */
  @Override
  public Object decode(Response response, Type type) throws IOException {
    try {
      Document<Object> document = ContractReader.read(body(response), Readers.of(type));
      listener.accept(document.findings());
      return document.value();
    } catch (UnreadableException unreadable) {
      throw new DecodeException(
          response.status(), unreadable.getMessage(), response.request(), unreadable);
    } catch (IllegalArgumentException misuse) {
      throw new DecodeException(response.status(), misuse.getMessage(), response.request(), misuse);
    }
  }

  private static byte[] body(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream in = response.body().asInputStream()) {
      return in.readNBytes(Limits.BODY_BYTES + 1);
    }
  }
}
