package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that the kernel (6.18, iptables 1.8.9) once answered, without asking it again. */
class KernelGoldenTest {

  static List<Path> files() throws IOException {
    return GoldenCase.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void tracesSayWhatTheKernelSaid(Path file) throws IOException {
    Tally tally = GoldenCase.replay(file);
    assertThat(tally.disagreements).isEmpty();
    assertThat(tally.packets).isPositive();
  }

  @Test
  void thereAreDozens() throws IOException {
    assertThat(files()).hasSizeGreaterThan(30);
  }
}
