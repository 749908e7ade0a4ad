package io.github.reelay.sandbox.internal.spec;

import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML as OpenAPI means it: with the scalars of JSON, so that a time or "no" is text. */
final class PlainYaml {
  private PlainYaml() {}

  static @Nullable Object read(InputStream in) {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
            new SafeConstructor(loading),
            new Representer(dumping),
            dumping,
            loading,
            new JsonScalars())
        .load(in);
  }

  private static final class JsonScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null"), "~n");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9]\\d*)"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT, Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?"), "-0123456789");
      addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
    }
  }
}
