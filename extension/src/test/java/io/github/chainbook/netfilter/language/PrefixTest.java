package io.github.chainbook.netfilter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.text.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An editor reads lines that are being written: every beginning of one gives a value. */
class PrefixTest {

  @Test
  void everyBeginningOfAnExampleIsRead() {
    for (GoldenFiles.Pair pair :
        GoldenFiles.pairs(GoldenPacketsTest.class, "golden", ".packets", ".read")) {
      for (String line : Bytes.decode(pair.input()).split("\n")) {
        for (int end = 0; end <= line.length(); end++) {
          PacketReading reading = Readings.read(line.substring(0, end));
          List<PacketLine> packets = reading.packets();
          assertThat(packets.size() + reading.diagnostics().size()).isLessThanOrEqualTo(2);
        }
      }
    }
  }
}
