package io.github.reelay.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What editors and the page say of the properties. */
class ConfigurationMetadataTest {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final Pattern PROPERTY =
      Pattern.compile(
          "\\{\\s*\"name\": \"(reelay\\.[a-z.-]+)\",\\s*\"type\":"
              + " \"[^\"]+\",\\s*(\"description\")?");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(reelay\\.[a-zA-Z.-]+)` \\|");

  @Test
  void everyPropertyIsDescribedInTheJarAndOnThePage() throws IOException {
    Set<String> undescribed = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    PROPERTY
        .matcher(metadata())
        .results()
        .forEach(
            match -> {
              all.add(match.group(1));
              if (match.group(2) == null) {
                undescribed.add(match.group(1));
              }
            });
    Set<String> page =
        ROW.matcher(Files.readString(Path.of("../docs/spring-boot.md")))
            .results()
            .map(row -> row.group(1).replaceFirst("providers\\.NAME\\.[a-z-]+", "providers"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(all).hasSizeGreaterThan(15);
    assertThat(undescribed).isEmpty();
    assertThat(page).isEqualTo(all);
  }

  /** The properties, without the groups that they stand in. */
  private static String metadata() throws IOException {
    try (InputStream in = ReelayProperties.class.getClassLoader().getResourceAsStream(METADATA)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(all.indexOf("\"properties\": ["), all.indexOf("\"hints\": ["));
    }
  }
}
