package io.github.reelay.cli.command;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.EnvironmentVariables;
import java.util.TreeSet;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/**
 * The last part of a help text, with the names of the variables and of the providers on the class
 * path. They are looked for when the help is shown, because the look opens every file of the class
 * path.
 */
final class EnvironmentFooter implements IHelpSectionRenderer {
  @Override
  public String render(Help help) {
    String footer = help.footer();
    if (!footer.contains(SharedHelp.OTHER_PROVIDERS)) {
      return footer;
    }
    return footer
        .replace(SharedHelp.OTHER_PROVIDERS, otherProviders())
        .replace(SharedHelp.KEY_NAME, EnvironmentVariables.key(SharedHelp.EXAMPLE))
        .replace(SharedHelp.BASE_URL_NAME, EnvironmentVariables.baseUrl(SharedHelp.EXAMPLE));
  }

  private static String otherProviders() {
    TreeSet<String> names = new TreeSet<>();
    for (Dialect dialect : Dialect.installed()) {
      names.add(dialect.profile().name());
    }
    names.remove(SharedHelp.EXAMPLE);
    return String.join(", ", names);
  }
}
