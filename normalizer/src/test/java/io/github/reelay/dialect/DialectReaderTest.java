package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.document.LoadedDialect;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class DialectReaderTest {
  @Test
  void findsTheOneOfThisLibrary() {
    Dialect read = DialectReader.find().read("short.yaml", ShortDocument.GATEWAY);

    assertThat(read).isInstanceOf(LoadedDialect.class);
  }

  /** The service loader reads the context class loader of the thread, which here has nothing. */
  @Test
  void saysWhichFileIsMissing() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      thread.setContextClassLoader(empty);
      assertThatThrownBy(DialectReader::find)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "expected a reader of documents on the class path, found none; is the file"
                  + " META-INF/services/io.github.reelay.dialect.DialectReader there?");
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
