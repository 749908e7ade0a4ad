package io.github.reelay.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.reelay.mapping.GeneratedClient;
import io.github.reelay.mapping.ProviderFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The named examples of every response in each provider's document, as trees and as JSON. */
final class DocumentedBodies {
  private static final JsonFactory JSON = new JsonFactory();

  private DocumentedBodies() {}

  static List<Object> all() {
    List<Object> bodies = new ArrayList<>();
    SampleResponses.ALL.forEach(dialect -> bodies.addAll(of(dialect)));
    return bodies;
  }

  /** Those of one provider. */
  static List<Object> of(Dialect dialect) {
    List<Object> bodies = new ArrayList<>();
    Object root =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text(dialect.profile().name()));
    for (Object path : ((Map<?, ?>) at(root, "paths")).values()) {
      Map<?, ?> responses = (Map<?, ?>) at(at(path, "get"), "responses");
      responses.values().forEach(response -> collect(response, bodies));
    }
    return bodies;
  }

  /** The status texts that a provider's document names for a task, sorted. */
  static List<String> statusTexts(Dialect dialect) {
    String name = dialect.profile().name();
    List<String> texts = new ArrayList<>();
    for (GeneratedClient<?> client : ServiceLoader.load(GeneratedClient.class)) {
      ProviderFacts facts = client.mapping().provider();
      if (facts.name().equals(name)) {
        facts.words().values().forEach(texts::addAll);
      }
    }
    Collections.sort(texts);
    return texts;
  }

  /** The document of a provider. */
  static String text(String name) {
    try (InputStream in =
        DocumentedBodies.class.getResourceAsStream("/io/github/reelay/specs/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void collect(Object response, List<Object> bodies) {
    Map<?, ?> examples =
        (Map<?, ?>) at(at(at(response, "content"), "application/json"), "examples");
    examples.values().forEach(example -> bodies.add(at(example, "value")));
  }

  private static Object at(Object map, String key) {
    return ((Map<?, ?>) map).get(key);
  }

  static String json(@Nullable Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        json.writeFieldName(String.valueOf(member.getKey()));
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element);
      }
      json.writeEndArray();
    } else {
      json.writeObject(value);
    }
  }
}
