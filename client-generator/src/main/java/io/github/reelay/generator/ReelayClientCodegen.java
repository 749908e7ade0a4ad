package io.github.reelay.generator;

import io.github.reelay.document.DocumentYaml;
import io.github.reelay.document.ProviderDocument;
import io.github.reelay.lint.ContractLint;
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
 * The Java client of OpenAPI Generator and, beside its records, the mapping that the document
 * describes: where a response holds which canonical value. Chosen with {@code
 * <generatorName>reelay</generatorName>} and {@code <library>feign</library>}.
 */
public final class ReelayClientCodegen extends JavaClientCodegen {
  private static final String TEMPLATE = "mapping.mustache";

  private @Nullable String mappingClass;

  /** For {@link java.util.ServiceLoader}; the templates are resources beside this class's jar. */
  public ReelayClientCodegen() {
    embeddedTemplateDir = templateDir = "reelay";
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
    mappingClass = toApiName(tag(document)).replaceFirst("Api$", "") + "Mapping";
    supportingFiles.clear(); // of the stock ones a client needs none
    String folder = sourceFolder + "/" + modelPackage().replace('.', '/');
    supportingFiles.add(new SupportingFile(TEMPLATE, folder, mappingClass + ".java"));
    supportingFiles.add(new SupportingFile("package-info.mustache", folder, "package-info.java"));
  }

  private static String tag(OpenAPI document) {
    for (PathItem path : document.getPaths().values()) {
      Operation get = path.getGet();
      if (get != null && get.getTags() != null && !get.getTags().isEmpty()) {
        return get.getTags().get(0);
      }
    }
    return "Default";
  }

  @Override
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> data) {
    Map<String, Object> processed = super.postProcessSupportingFileData(data);
    String name = specName();
    ProviderDocument document =
        ProviderDocument.read(name, DocumentYaml.read(name, text(getInputSpec())));
    processed.put("mappingClass", mappingClass);
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
   * The document as it is written: a file, or a resource beside this class, as the parser has it.
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
