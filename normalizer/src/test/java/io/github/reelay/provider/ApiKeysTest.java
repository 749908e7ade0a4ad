package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
  private static final String KEY = "sk-0123456789";

  private static String missing(String provider, String variable, String found) {
    return "expected the API key of "
        + provider
        + " in "
        + variable
        + " or from its key supplier, found "
        + found
        + "; set the variable to the key from the provider's console";
  }

  @DisplayName("Without a key nothing is sent, and the message names the variable")
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n\t"})
  void needsAKey(String key) {
    FakeTransport transport = FakeTransport.responding(200, "{}");
    Provider provider =
        Provider.builder(new Codex22Dialect()).key(() -> key).transport(transport).build();

    String message = missing("22codex", "REELAY_22CODEX_API_KEY", "none");
    assertThatThrownBy(() -> provider.query("t1"))
        .isInstanceOf(MissingKeyException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> provider.queryAsync("t1"))
        .isInstanceOf(MissingKeyException.class)
        .hasMessage(message);
    assertThat(transport.requests).isEmpty();
  }

  @DisplayName("A key that no header can carry is refused without being shown")
  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\r\nX: y", "a\tb", "schlüssel", "a\u007F", "钥匙"})
  void refusesOddKeys(String key) {
    FakeTransport transport = FakeTransport.responding(200, "{}");
    Provider provider =
        Provider.builder(new ToapisDialect()).key(() -> key).transport(transport).build();

    assertThatThrownBy(() -> provider.query("t1"))
        .isInstanceOf(MissingKeyException.class)
        .hasMessage(
            missing(
                "toapis", "REELAY_TOAPIS_API_KEY", "one with blanks or characters outside ASCII"));
    assertThat(transport.requests).isEmpty();
  }

  @DisplayName("The variable is named for the provider's name")
  @ParameterizedTest
  @CsvSource({
    "toapis, REELAY_TOAPIS_API_KEY",
    "22codex, REELAY_22CODEX_API_KEY",
    "my.relay-2_x, REELAY_MY_RELAY_2_X_API_KEY"
  })
  void namesTheVariable(String name, String variable) {
    Provider provider = Provider.builder(new ToapisDialect()).name(name).build();

    assertThatThrownBy(() -> provider.query("t1")).hasMessage(missing(name, variable, "none"));
  }

  @DisplayName("A provider keeps the variable of its name, whatever its builder does later")
  @Test
  void keepsItsVariable() {
    ProviderBuilder builder = Provider.builder(new ToapisDialect()).name("one");
    Provider one = builder.build();
    builder.name("two");

    assertThatThrownBy(() -> one.query("t1"))
        .hasMessage(missing("one", "REELAY_ONE_API_KEY", "none"));
  }

  @DisplayName("A key that a provider repeats as the request id is masked")
  @Test
  void masksTheRequestId() {
    Provider provider =
        Provider.builder(new ToapisDialect())
            .key(() -> "r1")
            .transport(FakeTransport.responding(500, ""))
            .build();

    assertThat(CanonicalJson.line(provider.query("t1"))).contains("\"requestId\":\"***\"");
  }

  @DisplayName("A key that a provider repeats is masked, in message and code")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          401 | {"error":{"code":"sk-0123456789","message":"bad key: sk-0123456789!"}} | "code":"***","message":"bad key: ***!"
          200 | {"status":"failed","error":"used sk-0123456789, twice sk-0123456789"}  | "message":"used ***, twice ***"
          200 | {"error":{"message":"sk-0123456789"}}                                  | "message":"***"
          """)
  void masksTheKey(int httpStatus, String body, String shown) {
    Provider provider =
        Provider.builder(new ToapisDialect())
            .key(() -> KEY)
            .transport(FakeTransport.responding(httpStatus, body))
            .build();

    QueryResult result = provider.query("t1");

    assertThat(CanonicalJson.line(result)).contains(shown).doesNotContain(KEY);
  }

  @DisplayName("A masked task keeps all else")
  @Test
  void masksNothingElse() {
    String body =
        "{\"id\":\"t2\",\"status\":\"failed\",\"model\":\"m\",\"progress\":45,\"odd\":1,"
            + "\"created_at\":1,\"completed_at\":2,\"error\":\"%s\"}";

    assertThat(query(String.format(body, KEY)).replace("***", "why"))
        .isEqualTo(query(String.format(body, "why")));
  }

  private static String query(String body) {
    return CanonicalJson.line(
        Provider.builder(new ToapisDialect())
            .key(() -> KEY)
            .transport(FakeTransport.responding(200, body))
            .build()
            .query("t1"));
  }

  @DisplayName("A key stands in the Authorization header and in no text of ours")
  @Test
  void showsNoKey() {
    FakeTransport transport = FakeTransport.responding(200, "{}");
    Provider provider =
        Provider.builder(new ToapisDialect()).key(() -> KEY).transport(transport).build();

    provider.query("t1");

    assertThat(transport.requests.element().headers())
        .containsEntry("Authorization", "Bearer " + KEY)
        .containsEntry("Accept", "application/json");
    assertThat(transport.requests.element().toString() + provider).doesNotContain(KEY);
  }
}
