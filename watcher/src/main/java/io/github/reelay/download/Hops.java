package io.github.reelay.download;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a URL and follows its redirects, each hop checked like the first. A request carries what
 * is written here and nothing else: no cookie, and of the caller's only the headers that are set
 * for downloads. Those, but for the user agent, and the provider's key stay at the origin that was
 * asked for: a redirect that leaves it drops them for good, also if a later one leads back.
 */
final class Hops {
  static final int MOST = 5;
  private static final String AUTHORIZATION = "Authorization";

  private final Dialer dialer;
  private final RequestHeaders headers;
  private final @Nullable ProviderKey key;
  private final Leash leash;
  private final int millis;
  private final Trouble trouble;
  private String where = "";

  Hops(Tools tools, Leash leash, Trouble trouble) {
    this.dialer = tools.dialer();
    this.headers = tools.headers();
    this.millis = tools.limits().stallMillis();
    this.leash = leash;
    this.trouble = trouble;
    boolean withKey = tools.limits().providerKey() && !headers.others().containsKey(AUTHORIZATION);
    this.key = withKey ? new ProviderKey(tools.providers(), trouble.provider(), leash) : null;
  }

  /** The host that was asked last, for a sentence; empty if none was. */
  String where() {
    return where;
  }

  /**
   * The first answer that is no redirect. Its connection is on the leash.
   *
   * @param condition headers that ask for a part of the file; may be empty
   */
  Answer open(URI url, Map<String, String> condition) throws Stop, IOException, HttpException {
    Target target = Target.of(url, trouble);
    Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    own.putAll(headers.others());
    boolean home = true;
    while (true) {
      Answer answer = ask(target, own, condition);
      String given = home ? authorization(answer, own) : null;
      if (given != null) {
        own.put(AUTHORIZATION, given);
        answer = ask(target, own, condition);
      }
      if (!answer.isRedirect()) {
        return answer;
      }
      if (target.redirect() == MOST) {
        throw trouble.tooManyRedirects(target.host());
      }
      Target next = target.redirected(answer.header("Location"), trouble);
      if (!next.hasOriginOf(target)) {
        home = false;
        own.clear();
      }
      target = next;
    }
  }

  /** The provider's key, for an answer of its own origin that asks for one; else null. */
  private @Nullable String authorization(Answer answer, Map<String, String> sent)
      throws IOException {
    boolean wanted = answer.status() == 401 || answer.status() == 403;
    return key == null || !wanted || sent.containsKey(AUTHORIZATION)
        ? null
        : key.authorization(answer.target());
  }

  private Answer ask(Target target, Map<String, String> own, Map<String, String> condition)
      throws Stop, IOException, HttpException {
    where = target.where();
    DefaultBHttpClientConnection connection = dialer.dial(target, leash, millis, trouble);
    BasicClassicHttpRequest request = request(target);
    own.forEach(request::setHeader);
    condition.forEach(request::addHeader);
    connection.sendRequestHeader(request);
    connection.flush();
    ClassicHttpResponse response = connection.receiveResponseHeader();
    while (response != null && response.getCode() < 200) {
      response = connection.receiveResponseHeader();
    }
    if (response == null) {
      throw new IOException("expected an answer, found none");
    }
    connection.receiveResponseEntity(response);
    return new Answer(response, target);
  }

  private BasicClassicHttpRequest request(Target target) {
    // The shorter constructor would take the beginning of //a/b for an authority.
    BasicClassicHttpRequest get =
        new BasicClassicHttpRequest("GET", (String) null, null, target.line());
    get.addHeader("Host", target.hostHeader());
    get.addHeader("User-Agent", headers.userAgent());
    get.addHeader("Accept", "*/*");
    get.addHeader("Accept-Encoding", "identity");
    get.addHeader("Connection", "close");
    return get;
  }
}
