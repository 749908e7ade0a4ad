package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.task.WebUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the video's URL at places that the contract does not name, in a fixed order: the
 * members {@link #NAMES} of the task; {@code data.output} and {@code metadata.url}; the same names
 * in each of {@link #HOLDERS}, then in each of them inside one of {@link #OUTER}; the {@link
 * #VIDEOS} of the task, then those in each of {@link #RESULTS}; last {@code result}, {@code data}
 * and {@code fail_reason} themselves. A task inside an envelope is looked through before the
 * envelope, whose {@code data} may hold other tasks and is left out.
 *
 * <p>A member may be a text, an object that has one of the names, or an array of either, of which
 * all are taken. Only the named members are looked at: nothing that repeats the request, no
 * thumbnail, no callback. What says that it is a picture or a sound is left out.
 */
final class VideoSearch {
  /** What is noted of a URL that had to be encoded, wherever it stands. */
  static final String ENCODED = "characters that no URL can hold are encoded";

  private static final List<String> NAMES =
      List.of(
          "url",
          "video_url",
          "videoUrl",
          "download_url",
          "result_url",
          "content_url",
          "output",
          "outputs",
          "results");
  private static final List<String> HOLDERS =
      List.of("result", "data", "output", "metadata", "content", "detail", "draft_info");

  /** Metadata and content may repeat the request further inside. */
  private static final List<String> OUTER = List.of("result", "data", "output", "detail");

  /** The video itself, where a result lists its files by kind. */
  private static final List<String> VIDEOS = List.of("video", "videos", "video_urls");

  /** What holds the result alone, never the request. */
  private static final List<String> RESULTS =
      List.of("result", "data", "output", "task_result", "assets");

  /** What may be the URL: some gateways put that of a success into the reason of a failure. */
  private static final List<String> LAST = List.of("result", "data", "fail_reason");

  private static final Set<String> TYPES = Set.of("type", "mime_type", "content_type", "role");
  private static final Set<String> MEMBERS = members();
  private static final List<List<String>> PLACES = places();

  private static final Pattern OTHER_TYPE =
      Pattern.compile(
          "(?!.*(?:2|to)[-_ ]?video)"
              + ".*(?:image|audio|thumbnail|cover|poster|preview|frame|reference|input)");

  /** A longer text names no type. */
  private static final int LONGEST_TYPE = 100;

  private static final Pattern OTHER_FILE =
      Pattern.compile(
          ".*\\.(?:png|jpe?g|webp|gif|avif|bmp|svg|heic|tiff?|ico|mp3|wav|m4a|aac|ogg|flac|opus)");

  /** Objects and arrays inside each other that are looked into. */
  private static final int DEPTH = 8;

  /** Values that are looked at: a response has some dozens, and each is passed once per place. */
  private static final int MOST_VALUES = 4000;

  /** Values that may still be read. */
  private int left = MOST_VALUES;

  /** The names of the members that the task is inside of. */
  private final List<String> onTheWay;

  private VideoSearch(List<String> onTheWay) {
    this.onTheWay = onTheWay;
  }

  /**
   * A URL that was found.
   *
   * @param pointer JSON Pointer into the body
   * @param url as it is used
   * @param encoded whether it is written with characters that no URL can hold
   */
  record FoundUrl(String pointer, WebUrl url, boolean encoded) {
    /** Names the place: the URL may be signed. */
    @Override
    public String toString() {
      return "FoundUrl[" + pointer + "]";
    }
  }

  private static Set<String> members() {
    List<String> all = new ArrayList<>(NAMES);
    all.addAll(HOLDERS);
    all.addAll(VIDEOS);
    all.addAll(RESULTS);
    all.addAll(LAST);
    all.addAll(TYPES);
    return Set.copyOf(all);
  }

  private static List<List<String>> places() {
    List<List<String>> places = new ArrayList<>();
    NAMES.forEach(name -> places.add(List.of(name)));
    places.add(List.of("data", "output"));
    places.add(List.of("metadata", "url"));
    HOLDERS.forEach(holder -> NAMES.forEach(name -> places.add(List.of(holder, name))));
    for (String outer : OUTER) {
      for (String inner : HOLDERS) {
        NAMES.forEach(name -> places.add(List.of(outer, inner, name)));
      }
    }
    VIDEOS.forEach(name -> places.add(List.of(name)));
    RESULTS.forEach(holder -> VIDEOS.forEach(name -> places.add(List.of(holder, name))));
    LAST.forEach(name -> places.add(List.of(name)));
    return List.copyOf(places);
  }

  /** The same as {@link #in} of the task at the collector's place, each noted. */
  static List<WebUrl> noted(byte[] body, FindingCollector collector) {
    List<WebUrl> urls = new ArrayList<>();
    for (FoundUrl found : in(body, collector.location())) {
      if (found.encoded()) {
        collector.addAtRoot(Finding.Kind.ENCODED_VALUE, found.pointer(), ENCODED);
      }
      collector.addAtRoot(
          Finding.Kind.UNDOCUMENTED_PLACE, found.pointer(), "the video's URL was found here");
      urls.add(found.url());
    }
    return urls;
  }

  /** What stands at the first place that has a video's URL, in document order; empty if none. */
  static List<FoundUrl> in(byte[] body, TaskLocation location) {
    Object root;
    try {
      VideoSearch search = new VideoSearch(location.names());
      root = ContractReader.read(body, in -> search.read(in, DEPTH)).value();
    } catch (UnreadableException unreadable) {
      return List.of(); // does not happen: the body has been read once already
    }
    List<FoundUrl> found = search(location.in(root), location.pointer());
    if (found.isEmpty() && !location.names().isEmpty() && root instanceof Map<?, ?> envelope) {
      envelope.remove(location.names().get(0));
      found = search(envelope, "");
    }
    return found;
  }

  /** The named members of an object, the elements of an array, or a text; else null. */
  private @Nullable Object read(ContractReader in, int depth) {
    boolean looked = left > 0;
    left -= looked ? 1 : 0;
    if (looked && in.atScalar()) {
      return in.text();
    }
    if (!looked || depth == 0) {
      in.skip();
      return null;
    }
    if (in.atArray()) {
      return elements(in, depth - 1);
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (in.nextField()) {
      String name = in.field();
      if (MEMBERS.contains(name) || onTheWay.contains(name)) {
        members.put(name, read(in, depth - 1));
      } else {
        in.skip();
      }
    }
    return members;
  }

  /** Those of an array that may still be looked at. */
  private List<@Nullable Object> elements(ContractReader in, int depth) {
    List<@Nullable Object> elements = new ArrayList<>();
    boolean entered = in.enterArray();
    while (entered && in.nextElement()) {
      if (left > 0) {
        elements.add(read(in, depth));
      } else {
        in.skip();
      }
    }
    return elements;
  }

  private static List<FoundUrl> search(@Nullable Object task, String pointer) {
    Map<WebUrl, FoundUrl> found = new LinkedHashMap<>(1);
    for (List<String> place : PLACES) {
      follow(task, pointer, place, found);
      if (!found.isEmpty()) {
        break;
      }
    }
    return List.copyOf(found.values());
  }

  /** Goes down the steps, through each element of an array, and takes what is at their end. */
  private static void follow(
      @Nullable Object value, String pointer, List<String> steps, Map<WebUrl, FoundUrl> found) {
    if (steps.isEmpty()) {
      take(value, pointer, found);
    } else if (value instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        follow(elements.get(i), pointer + "/" + i, steps, found);
      }
    } else if (value instanceof Map<?, ?> members && !isOther(members)) {
      String name = steps.get(0);
      List<String> rest = steps.subList(1, steps.size());
      follow(members.get(name), pointer + "/" + name, rest, found);
    }
  }

  private static void take(@Nullable Object value, String pointer, Map<WebUrl, FoundUrl> found) {
    if (value instanceof String text) {
      String trimmed = Urls.trimmed(text);
      WebUrl url = Urls.usableTrimmed(trimmed);
      if (url != null && !isOther(url)) {
        found.putIfAbsent(url, new FoundUrl(pointer, url, !url.text().equals(trimmed)));
      }
    } else if (value instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        take(elements.get(i), pointer + "/" + i, found);
      }
    } else if (value instanceof Map<?, ?> members && !isOther(members)) {
      int before = found.size();
      for (int i = 0; i < NAMES.size() && found.size() == before; i++) {
        String name = NAMES.get(i);
        take(members.get(name), pointer + "/" + name, found);
      }
    }
  }

  private static boolean isOther(Map<?, ?> members) {
    return TYPES.stream()
        .map(members::get)
        .anyMatch(
            type ->
                type instanceof String text
                    && text.length() <= LONGEST_TYPE
                    && OTHER_TYPE.matcher(text.toLowerCase(Locale.ROOT)).lookingAt());
  }

  private static boolean isOther(WebUrl url) {
    String path = url.uri().getRawPath() == null ? "" : url.uri().getRawPath();
    return OTHER_FILE.matcher(path.toLowerCase(Locale.ROOT)).matches();
  }
}
