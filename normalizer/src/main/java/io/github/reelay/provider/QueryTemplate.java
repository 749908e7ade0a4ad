package io.github.reelay.provider;

import feign.DefaultContract;
import feign.MethodMetadata;
import feign.Param;
import feign.Request;
import feign.RequestTemplate;
import io.github.reelay.contract.BodyLimits;
import io.github.reelay.contract.TaskIdExpander;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.RequestUrl;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query as the generated interface declares it, read once by Feign's own contract: address,
 * headers and the expander of its parameter. For each query only id and key are put in.
 */
final class QueryTemplate {
  /** Stands for the id while Feign resolves its templates; nothing in it is ever encoded. */
  private static final String ID = "reelay-task-id-here";

  private final RequestUrl server;
  private final String target;
  private final Map<String, String> headers;
  private final boolean idInHeaders;
  private final Param.Expander expander;

  private QueryTemplate(Request request, Param.Expander expander) {
    URI sample = URI.create(request.url());
    this.server = RequestUrl.of(sample);
    String root = sample.getScheme() + "://" + sample.getRawAuthority();
    this.target = request.url().substring(root.length());
    this.headers = headers(request.headers());
    this.idInHeaders = headers.values().stream().anyMatch(value -> value.contains(ID));
    this.expander = expander;
  }

  /**
   * Reads the method that a dialect queries with.
   *
   * @param baseUrl what the path is below
   * @param path where the provider has moved the path; null if it is as declared
   * @throws IllegalStateException if the method is no GET with the id as its one parameter
   */
  static QueryTemplate of(ClientBinding<?> binding, URI baseUrl, @Nullable PathTemplate path) {
    Method method = method(binding);
    MethodMetadata declared =
        new DefaultContract()
            .parseAndValidateMetadata(binding.api()).stream()
                .filter(each -> each.method().equals(method))
                .findFirst()
                .orElseThrow(() -> unfit(method));
    Collection<String> names = declared.indexToName().get(0);
    RequestTemplate template = declared.template();
    if (method.getParameterCount() != 1 || names == null || !template.method().equals("GET")) {
      throw unfit(method);
    }
    String name = names.iterator().next();
    if (path != null) {
      template.queries(Map.of());
      template.uri(path.withParameter(name));
    }
    Request request = template.resolve(Map.of(name, ID)).target(baseUrl.toString()).request();
    return new QueryTemplate(request, expander(declared));
  }

  /** The method behind the reference of a dialect, which is called once to see where it leads. */
  private static <A> Method method(ClientBinding<A> binding) {
    AtomicReference<Method> called = new AtomicReference<>();
    Class<?>[] api = {binding.api()};
    Object recorder =
        Proxy.newProxyInstance(
            binding.api().getClassLoader(),
            api,
            (self, method, arguments) -> {
              called.set(method);
              return new CompletableFuture<>();
            });
    BiFunction<A, String, ? extends CompletableFuture<?>> query = binding.query();
    query.apply(binding.api().cast(recorder), ID);
    return Optional.ofNullable(called.get()).orElseThrow(() -> unfit(null));
  }

  private static IllegalStateException unfit(@Nullable Method method) {
    return new IllegalStateException(
        "expected a GET of the generated interface with the task's id as its one parameter, found "
            + (method == null ? "none" : method.getName()));
  }

  private static Param.Expander expander(MethodMetadata declared) {
    Class<? extends Param.Expander> type = declared.indexToExpanderClass().get(0);
    try {
      return type == null ? new TaskIdExpander() : type.getConstructor().newInstance();
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(
          "expected an expander with a public constructor, found " + type.getName(), unusable);
    }
  }

  private static Map<String, String> headers(Map<String, Collection<String>> declared) {
    return declared.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, header -> String.join(", ", header.getValue())));
  }

  /** What goes out with that key; made once for as long as the key stays. */
  Map<String, String> headers(String key) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + key);
    return Map.copyOf(all);
  }

  /**
   * The query for that task, its id as the expander writes it.
   *
   * @param keyed what {@link #headers(String)} gives
   */
  HttpRequest request(String id, Map<String, String> keyed, Duration deadline) {
    String expanded = expander.expand(id);
    RequestUrl url = server.withTarget(target.replace(ID, expanded));
    return new HttpRequest(
        url, idInHeaders ? filled(keyed, expanded) : keyed, deadline, BodyLimits.BODY_BYTES);
  }

  private static Map<String, String> filled(Map<String, String> headers, String id) {
    Map<String, String> filled = new HashMap<>(headers);
    filled.replaceAll((name, value) -> value.replace(ID, id));
    return filled;
  }
}
