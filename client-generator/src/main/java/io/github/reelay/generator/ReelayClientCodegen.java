package io.github.reelay.generator;

import io.github.reelay.document.DocumentYaml;
import io.github.reelay.document.ProviderDocument;
import io.github.reelay.lint.ContractLint;
import io.github.reelay.mapping.GeneratedClient;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.SpecValidationException;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;

/**
 * The Java client of OpenAPI Generator and, next to its records, the mapping that the document
 * describes: where a response holds which canonical value. A service file names the client, so that
 * the provider is found on the class path. Chosen with {@code
 * <generatorName>reelay</generatorName>} and {@code <library>feign</library>}.
 */
public final class ReelayClientCodegen extends JavaClientCodegen {
  private static final String SERVICES = "src/main/resources/META-INF/services";

  private @Nullable String apiClass;
  private @Nullable String operation;

  /** For {@link java.util.ServiceLoader}; the templates are resources next to this class's jar. */
  public ReelayClientCodegen() {
    embeddedTemplateDir = templateDir = "reelay";
    reservedWords.addAll(List.of("in", "member")); // variables of the template, in lower case
  }

  @Override
  public String getName() {
    return "reelay";
  }

  @Override
  public String getHelp() {
    return "Generates a Java client, and the mapping of a provider's responses to Reelay's task.";
  }

  /**
   * Refuses a document that breaks a rule, before anything is generated: what the rules do not
   * allow would become code that does not compile, or would be read by nobody.
   */
  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    List<String> problems = ContractLint.lintDocument(specName(), text(getInputSpec()));
    if (!problems.isEmpty()) {
      SpecValidationException refused =
          new SpecValidationException("the document breaks the rules of reelay-contract-lint");
      refused.setErrors(new LinkedHashSet<>(problems));
      throw refused;
    }
    super.preprocessOpenAPI(document);
    Operation get = query(document);
    apiClass = toApiName(get.getTags() == null ? "Default" : get.getTags().get(0));
    operation = get.getOperationId() == null ? "" : toOperationId(get.getOperationId());
    supportingFiles.clear(); // of the stock ones a client needs none
    String folder = sourceFolder + "/" + modelPackage().replace('.', '/');
    supportingFiles.add(
        new SupportingFile("mapping.mustache", folder, className("Mapping") + ".java"));
    supportingFiles.add(
        new SupportingFile("client.mustache", folder, className("Client") + ".java"));
    supportingFiles.add(
        new SupportingFile("service.mustache", SERVICES, GeneratedClient.class.getName()));
    supportingFiles.add(new SupportingFile("package-info.mustache", folder, "package-info.java"));
    String resources =
        projectFolder + "/resources/META-INF/native-image/" + groupId + "/" + artifactId;
    supportingFiles.add(
        new SupportingFile("native-image.mustache", resources, "reachability-metadata.json"));
  }

  /** A class next to the interface, such as {@code VideoTasksMapping} next to VideoTasksApi. */
  private String className(String suffix) {
    return apiClass.replaceFirst("Api$", "") + suffix;
  }

  /** The one query; an operation without anything if the document has none. */
  private static Operation query(OpenAPI document) {
    for (PathItem path : document.getPaths().values()) {
      Operation get = path.getGet();
      if (get != null && get.getTags() != null && !get.getTags().isEmpty()) {
        return get;
      }
    }
    return new Operation();
  }

  @Override
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> data) {
    Map<String, Object> processed = super.postProcessSupportingFileData(data);
    String name = specName();
    ProviderDocument document =
        ProviderDocument.read(name, DocumentYaml.read(name, text(getInputSpec())));
    processed.put("apiClass", apiClass);
    processed.put("mappingClass", className("Mapping"));
    processed.put("clientClass", className("Client"));
    processed.put("operation", operation);
    processed.put("facts", FactsModel.of(document.facts()));
    processed.put("mapping", MappingModel.of(document, new JavaNames(this)));
    return processed;
  }

  /** What messages call the document. */
  private String specName() {
    String spec = getInputSpec();
    return spec.substring(spec.replace('\\', '/').lastIndexOf('/') + 1);
  }

  /**
   * The document as it is written: a file, or a resource next to this class, as the parser has it.
   */
  private static String text(String spec) {
    try {
      if (Files.exists(Path.of(spec))) {
        return Files.readString(Path.of(spec));
      }
      try (InputStream in = ReelayClientCodegen.class.getClassLoader().getResourceAsStream(spec)) {
        if (in == null) {
          throw new IOException("expected a file or a resource " + spec + ", found none");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
