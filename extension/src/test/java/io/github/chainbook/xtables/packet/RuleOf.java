package io.github.chainbook.xtables.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.catalogue.PacketActions;
import io.github.chainbook.xtables.catalogue.PacketTests;
import java.util.Optional;

/** What the matches and the target of a written rule do to a made-up packet. */
public final class RuleOf {

  private RuleOf() {}

  /** What the matches say, such as {@code filter OUTPUT -m owner --socket-exists}. */
  public static Truth test(String text, FakePacketEdit packet) {
    String table = text.split(" ")[0];
    return read(text, packet).matches().stream()
        .filter(match -> match.module().isPresent())
        .map(
            match ->
                PacketTests.of(match.module().orElseThrow())
                    .orElseThrow()
                    .of(new Options(match.options()), RuleContext.of(packet.family, table))
                    .test(packet))
        .reduce(Truth.YES, Truth::and);
  }

  /** What the target does. */
  public static Fate act(String text, FakePacketEdit packet) {
    Target target = read(text, packet).target().orElseThrow();
    RuleContext context = RuleContext.of(packet.family, text.split(" ")[0]);
    return PacketActions.of(target.name())
        .orElseThrow()
        .of(new Options(target.options()), context)
        .apply(packet);
  }

  private static Rule read(String text, FakePacketEdit packet) {
    String[] words = text.split(" ", 3);
    String dump =
        "*%s\n:%s ACCEPT [0:0]\n-A %s %s\nCOMMIT\n"
            .formatted(words[0], words[1], words[1], words[2]);
    Reading reading =
        new RulesetReader().read(SourceText.of("rules", dump), Optional.of(packet.family));
    assertThat(reading.diagnostics()).isEmpty();
    return reading
        .ruleset()
        .table(words[0])
        .orElseThrow()
        .chain(words[1])
        .orElseThrow()
        .rules()
        .get(0);
  }
}
