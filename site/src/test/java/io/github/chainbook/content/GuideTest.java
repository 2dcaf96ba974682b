package io.github.chainbook.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.content.Command.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide for authors shows is what authors get. */
class GuideTest {

  private static final Path JAR =
      Path.of("../extension/target/chainbook.jar").toAbsolutePath().normalize();

  @Test
  void theErrorsItShowsAreThoseOfCheck() throws Exception {
    assumeTrue(Files.isRegularFile(JAR), "chainbook.jar is not built (mvn verify builds it)");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Result result =
        Command.run(java, "-jar", JAR.toString(), "check", "dumps/damaged/iptables-save.txt");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output())
        .isEqualTo(Files.readString(Command.CONTENT.resolve("dumps/damaged/check.txt")));
  }
}
