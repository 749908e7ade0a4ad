package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * How the build generates a client, read from its POMs, so that it is said once.
 *
 * @param settings the plugin's settings by name
 * @param options the generator's own options by name
 */
record ClientSettings(Map<String, String> settings, Map<String, String> options) {
  private static final Path CLIENTS = Root.path("generated-clients");

  /** The settings of the client in that folder. */
  static ClientSettings of(String folder) {
    Element options = (Element) pom("pom.xml").getElementsByTagName("configOptions").item(0);
    Map<String, String> settings = members((Element) options.getParentNode());
    settings.remove("configOptions");
    Element own = (Element) pom(folder + "/pom.xml").getElementsByTagName("properties").item(0);
    Map<String, String> properties = members(own);
    properties.put("project.basedir", CLIENTS.resolve(folder).toString());
    settings.replaceAll((name, value) -> filled(value, properties));
    return new ClientSettings(settings, members(options));
  }

  String setting(String name) {
    return settings.get(name);
  }

  private static String filled(String value, Map<String, String> properties) {
    String filled = value;
    for (Map.Entry<String, String> property : properties.entrySet()) {
      filled = filled.replace("${" + property.getKey() + "}", property.getValue());
    }
    return filled;
  }

  private static Map<String, String> members(Element parent) {
    Map<String, String> members = new LinkedHashMap<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.ELEMENT_NODE) {
        members.put(node.getNodeName(), node.getTextContent().strip());
      }
    }
    return members;
  }

  private static Document pom(String name) {
    Path file = CLIENTS.resolve(name);
    try (var in = Files.newInputStream(file)) {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in);
    } catch (SAXException | ParserConfigurationException broken) {
      throw new IllegalStateException("expected XML in " + file, broken);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
