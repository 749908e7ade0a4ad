package example;

import io.github.reelay.kit.Baseline;
import io.github.reelay.kit.DialectContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class MyProviderTest {
  @TestFactory
  Stream<DynamicNode> keepsItsContract() {
    return DialectContract.of(Path.of("my-provider.yaml"))
        .responses(Path.of("responses")) // saved with curl or curl -i
        .goldens(Path.of("goldens")) // written by -Dgolden.rewrite=true
        .baseline(
            Baseline.file(Path.of("baseline/my-provider.yaml"))) // or committed("origin/main")
        .tests();
  }
}
