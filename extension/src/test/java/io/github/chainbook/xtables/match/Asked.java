package io.github.chainbook.xtables.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.catalogue.PacketTests;
import io.github.chainbook.xtables.packet.FakePacket;
import io.github.chainbook.xtables.packet.Truth;
import java.util.Optional;

/** What the matches of a rule say of a packet; not its options without {@code -m}. */
public final class Asked {

  private Asked() {}

  /** Asks all matches of a rule such as {@code -p tcp -m tcp --syn}, in the packet's family. */
  public static Truth of(String rule, FakePacket packet) {
    String dump = "*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING " + rule + "\nCOMMIT\n";
    Reading reading =
        new RulesetReader().read(SourceText.of("rules", dump), Optional.of(packet.family()));
    assertThat(reading.diagnostics()).isEmpty();
    Truth all = Truth.YES;
    for (Match match :
        reading
            .ruleset()
            .table("mangle")
            .orElseThrow()
            .chain("PREROUTING")
            .orElseThrow()
            .rules()
            .get(0)
            .matches()) {
      if (match.module().isPresent()) {
        RuleContext context = RuleContext.of(packet.family(), "mangle");
        all =
            all.and(
                PacketTests.of(match.module().get())
                    .orElseThrow()
                    .of(new Options(match.options()), context)
                    .test(packet));
      }
    }
    return all;
  }
}
