package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import feign.Feign;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.dialect.Dialect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.openapitools.codegen.SpecValidationException;

/**
 * Makes the client of a changed document: generates it, and compiles it together with the source of
 * the provider's adapter. What comes out as it was, but for comments, is compiled once.
 */
final class ClientFactory {
  /** A comment, or a text, which may hold the signs of one: {@code "/data/*}{@code /url"}. */
  private static final Pattern COMMENT =
      Pattern.compile("(\"(?:\\\\.|[^\"\\\\])*\")|/\\*.*?\\*/", Pattern.DOTALL);

  private static final MemoryCompiler COMPILER = new MemoryCompiler(classPath());

  private final String provider;
  private final ClientSettings settings;
  private final SortedMap<String, String> mapping;
  private final Map<String, String> originalCode;
  private final Built original;

  ClientFactory(String provider) {
    this.provider = provider;
    this.settings = ClientSettings.of(provider);
    this.mapping = Adapter.of(provider).sources();
    this.originalCode = code(Spec.of(provider));
    this.original = compile(originalCode);
  }

  /**
   * A client, or why there is none.
   *
   * @param client the client; not to be used if there are errors
   * @param errors what the generator or the compiler says
   */
  record Built(Client client, List<String> errors) {}

  /** The client of the document as it is. */
  Client original() {
    return original.client();
  }

  /**
   * The client of a document; the original one if its code is the same or the generator refuses it.
   */
  Built build(Spec spec) {
    try {
      Map<String, String> code = code(spec);
      return code.equals(originalCode) ? original : compile(code);
    } catch (SpecValidationException refused) { // by the generator, which builds nothing then
      return new Built(original(), List.copyOf(refused.getErrors()));
    }
  }

  private Map<String, String> code(Spec spec) {
    Map<String, String> code = new HashMap<>();
    new ClientGenerator(settings)
        .generate(spec)
        .forEach((path, source) -> code.put(path, withoutComments(source)));
    return code;
  }

  private Built compile(Map<String, String> code) {
    Map<String, String> sources = new TreeMap<>(mapping);
    sources.putAll(code);
    MemoryCompiler.Result result = COMPILER.compile(sources);
    ClassLoader classes = new MutatedClasses(result.classes());
    return new Built(
        new Client(provider, settings.setting("modelPackage"), classes), result.errors());
  }

  /** The sources of the mapping, by path. */
  SortedMap<String, String> mapping() {
    return mapping;
  }

  private static String withoutComments(String source) {
    return COMMENT.matcher(source).replaceAll("$1");
  }

  private static List<Path> classPath() {
    return Stream.of(
            ContractReader.class,
            Dialect.class,
            Feign.class,
            JsonParser.class,
            JsonProperty.class,
            NullMarked.class)
        .map(ClientFactory::location)
        .toList();
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
