package io.github.reelay.internal.document;

import io.github.reelay.internal.address.BaseUrl;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.task.TaskHandle;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the short form of a document: name, base URL, path, polling, where the task stands, words
 * and places. It says nothing of types, or of members that nobody reads.
 */
final class ShortForm {
  private static final List<String> KEYS =
      List.of(
          "name",
          "version",
          "baseUrl",
          "path",
          "documentation",
          "polling",
          "task",
          "words",
          "read",
          "content",
          "urlValidity",
          "unknownTask",
          "examples");
  private static final List<String> POLLING =
      List.of("firstQuery", "interval", "givesUpAfter", "perSecond");
  private static final List<String> STATES =
      Arrays.stream(CanonicalStatus.values()).map(CanonicalStatus::text).toList();
  private static final int YEAR_SECONDS = 31_536_000;
  private static final String ONE_KEY = "one of the keys";

  private final SourceNode root;

  private ShortForm(SourceNode root) {
    this.root = root;
  }

  /** Whether the document is meant to be of this form: it is no OpenAPI document. */
  static boolean isMeantBy(SourceNode root) {
    return root.member("openapi") == null && root.member("paths") == null;
  }

  /**
   * What the document says.
   *
   * @throws IllegalArgumentException if a name in it does not exist, one that is needed is missing,
   *     or a value is of another kind; the message names the line
   */
  static DialectDocument read(SourceNode root) {
    check(root.members("an object"), KEYS, ONE_KEY);
    ShortForm form = new ShortForm(root);
    form.checkVersion();
    SourceNode read = form.needed("read", "'read: {id: /id, status: /status, video.url: /url}'");
    return new DialectDocument(
        form.facts(),
        ShortPlaces.of(read),
        null,
        root.member("content") == null ? null : form.path("content"),
        form.texts("examples", "the name of a file"),
        Map.of());
  }

  private static void check(Map<String, SourceNode> members, List<String> names, String what) {
    members.forEach(
        (name, member) -> {
          if (!names.contains(name)) {
            throw member.wrong(NearestName.refusal(what, names, name));
          }
        });
  }

  private SourceNode needed(String key, String example) {
    SourceNode member = root.member(key);
    if (member == null) {
      throw root.wrong("expected the key " + key + ", such as " + example + ", found none");
    }
    return member;
  }

  private void checkVersion() {
    SourceNode version = root.member("version");
    if (version != null) {
      String text = version.text("a version such as 0.1.0");
      if (!text.matches("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}")) {
        throw version.wrong(
            "expected three numbers such as 0.1.0 at /version, found "
                + SourceNode.quoted(text)
                + "; write it so.");
      }
    }
  }

  private ProviderFacts facts() {
    Duration validity =
        root.member("urlValidity") == null ? null : seconds(root, "urlValidity", 1, 0);
    SourceNode documentation = root.member("documentation");
    return new ProviderFacts(
        name(),
        baseUrl(),
        path("path"),
        documentation == null ? null : url(documentation),
        null,
        polling(),
        validity,
        null,
        task(),
        words(),
        new LinkedHashSet<>(texts("unknownTask", "an error code")));
  }

  private String name() {
    SourceNode name = needed("name", "'name: my'");
    String text = name.text("the provider's name");
    if (!TaskHandle.isProviderName(text)) {
      throw name.wrong(
          "expected a provider name of lower-case letters, digits, dots, hyphens and underscores,"
              + " found "
              + SourceNode.quoted(text));
    }
    return text;
  }

  private @Nullable URI baseUrl() {
    SourceNode node = root.member("baseUrl");
    if (node == null) {
      return null;
    }
    URI url = BaseUrl.of(node.text(BaseUrl.EXPECTED));
    if (url == null) {
      throw node.wrong("expected " + BaseUrl.EXPECTED + ", found " + BaseUrl.FOUND);
    }
    return url;
  }

  private static URI url(SourceNode node) {
    String text = node.text("a URL such as https://provider.example");
    try {
      URI url = new URI(text);
      boolean http = "http".equalsIgnoreCase(url.getScheme());
      boolean known = http || "https".equalsIgnoreCase(url.getScheme());
      if (known
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && Urls.hasPossiblePort(url)) {
        return url;
      }
    } catch (URISyntaxException malformed) {
      throw unfitUrl(node); // as for one of another scheme
    }
    throw unfitUrl(node);
  }

  /** The URL is not repeated: it may hold a key. */
  private static IllegalArgumentException unfitUrl(SourceNode node) {
    return node.wrong(
        "expected an http or https URL with a host and without user information, found another");
  }

  private String path(String key) {
    SourceNode node = needed(key, "'" + key + ": /v1/videos/{id}'");
    String text = node.text("a path such as /v1/videos/{id}");
    int id = text.indexOf("{id}");
    boolean once =
        id > 0 && id == text.lastIndexOf('{') && text.indexOf('}') == text.lastIndexOf('}');
    if (!once || !isPath(text.replace("{id}", "id"))) {
      throw node.wrong(
          "expected a path such as /v1/videos/{id}, with {id} once, found "
              + SourceNode.quoted(text));
    }
    return text;
  }

  private static boolean isPath(String text) {
    try {
      URI path = new URI(text);
      boolean ascii = text.chars().allMatch(c -> c < 127);
      return ascii
          && text.startsWith("/")
          && !text.startsWith("//")
          && path.getRawFragment() == null;
    } catch (URISyntaxException malformed) {
      return false; // the caller says what was expected
    }
  }

  private PollingFacts polling() {
    SourceNode polling = root.member("polling");
    if (polling != null) {
      check(polling.members("the keys " + String.join(", ", POLLING)), POLLING, ONE_KEY);
    }
    SourceNode perSecond = polling == null ? null : polling.member("perSecond");
    return new PollingFacts(
        seconds(polling, "firstQuery", 0, 0),
        seconds(polling, "interval", 1, 15),
        seconds(polling, "givesUpAfter", 1, 1800),
        perSecond == null ? null : (Integer) perSecond.whole("perSecond", 1, 1_000_000));
  }

  private static Duration seconds(@Nullable SourceNode node, String key, int least, int otherwise) {
    SourceNode value = node == null ? null : node.member(key);
    return Duration.ofSeconds(
        value == null ? otherwise : value.whole(key + " in seconds", least, YEAR_SECONDS));
  }

  private String task() {
    SourceNode task = root.member("task");
    return task == null ? "" : ShortPlaces.pointer(task, task.text("a JSON Pointer such as /data"));
  }

  private Map<CanonicalStatus, List<String>> words() {
    Map<CanonicalStatus, List<String>> words = new EnumMap<>(CanonicalStatus.class);
    SourceNode all = needed("words", "'words: {queued: [queued], succeeded: [completed]}'");
    Map<String, SourceNode> members = all.members("lists of status texts by state");
    check(members, STATES, "one of the states");
    Map<String, String> seen = new HashMap<>();
    members.forEach(
        (state, texts) -> {
          CanonicalStatus status = CanonicalStatus.of(state);
          List<String> each = new ArrayList<>();
          for (SourceNode text : texts.elements()) {
            each.add(word(text, state, seen));
          }
          if (status != null) {
            words.put(status, each);
          }
        });
    return words;
  }

  private static String word(SourceNode text, String state, Map<String, String> seen) {
    String word = text.text("a status text");
    String other = seen.put(word, state);
    if (other != null) {
      throw text.wrong(
          "expected each status text once, found "
              + SourceNode.quoted(word)
              + " in "
              + other
              + " and "
              + state);
    }
    return word;
  }

  private List<String> texts(String key, String what) {
    Set<String> texts = new LinkedHashSet<>();
    SourceNode member = root.member(key);
    if (member != null) {
      member.elements().forEach(each -> texts.add(each.text(what)));
    }
    return List.copyOf(texts);
  }
}
