package io.github.reelay.download;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Asks for a URL and follows its redirects, each hop checked like the first. A request carries what
 * is written here and nothing else: no key, no cookie, nothing of the caller's.
 */
final class Hops {
  static final int MOST = 5;

  private final Dialer dialer;
  private final Leash leash;
  private final int millis;
  private final Trouble trouble;

  Hops(Dialer dialer, Leash leash, int millis, Trouble trouble) {
    this.dialer = dialer;
    this.leash = leash;
    this.millis = millis;
    this.trouble = trouble;
  }

  /**
   * The first answer that is no redirect. Its connection is on the leash.
   *
   * @param condition headers that ask for a part of the file; may be empty
   */
  Answer open(URI url, Map<String, String> condition) throws Stop, IOException, HttpException {
    Target target = Target.of(url, trouble);
    for (int hop = 0; hop <= MOST; hop++) {
      Answer answer = ask(target, condition);
      if (!answer.isRedirect()) {
        return answer;
      }
      target = target.redirected(answer.header("Location"), trouble);
    }
    throw trouble.tooManyRedirects(target.host());
  }

  private Answer ask(Target target, Map<String, String> condition)
      throws Stop, IOException, HttpException {
    DefaultBHttpClientConnection connection = dialer.dial(target, leash, millis, trouble);
    connection.sendRequestHeader(request(target, condition));
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

  private static BasicClassicHttpRequest request(Target target, Map<String, String> condition) {
    // The shorter constructor would take the beginning of //a/b for an authority.
    BasicClassicHttpRequest get =
        new BasicClassicHttpRequest("GET", (String) null, null, target.line());
    get.addHeader("Host", target.hostHeader());
    get.addHeader("User-Agent", "Reelay");
    get.addHeader("Accept", "*/*");
    get.addHeader("Accept-Encoding", "identity");
    get.addHeader("Connection", "close");
    condition.forEach(get::addHeader);
    return get;
  }
}
