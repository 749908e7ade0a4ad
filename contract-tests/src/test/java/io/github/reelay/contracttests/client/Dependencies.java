package io.github.reelay.contracttests.client;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a client module brings along, read from the POMs. */
final class Dependencies {
  private Dependencies() {}

  /** Group and artifact of all that a client module has at run time. */
  static SortedSet<String> ofClient(String folder) throws Exception {
    SortedSet<String> found = new TreeSet<>();
    for (String pom : List.of("", folder + "/", "runtime/")) {
      found.addAll(declared(Root.path("generated-clients/" + pom + "pom.xml")));
    }
    return found;
  }

  /** Group and artifact of all that the POM next to the jar of that class declares. */
  static SortedSet<String> ofJarWith(Class<?> type) throws Exception {
    String jar = location(type).toString();
    return declared(Path.of(jar.replaceAll("\\.jar$", ".pom")));
  }

  /** The jar or folder that holds the class. */
  static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static SortedSet<String> declared(Path pom)
      throws IOException, ParserConfigurationException, SAXException {
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(Files.newInputStream(pom));
    SortedSet<String> found = new TreeSet<>();
    children(document.getDocumentElement(), "dependencies")
        .flatMap(list -> children(list, "dependency"))
        .filter(dependency -> !List.of("test", "provided").contains(text(dependency, "scope")))
        .filter(dependency -> !text(dependency, "optional").equals("true"))
        .map(dependency -> text(dependency, "groupId") + ":" + text(dependency, "artifactId"))
        .forEach(found::add);
    return found;
  }

  private static Stream<Element> children(Element parent, String name) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && node.getNodeName().equals(name))
        .map(Element.class::cast);
  }

  private static String text(Element parent, String name) {
    return children(parent, name).map(Element::getTextContent).findFirst().orElse("").strip();
  }
}
