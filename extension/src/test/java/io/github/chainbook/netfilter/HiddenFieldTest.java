package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** That not to know a field of a packet never leads to another trace than to know it. */
class HiddenFieldTest {

  private static final List<String> FIELDS =
      List.of("uid=1000", "gid=1000", "ttl=64", "tos=0", "mark=0");

  @Provide
  Arbitrary<List<String>> rules() {
    Arbitrary<String> match =
        Arbitraries.of(
            "-m owner --uid-owner 1000",
            "-m owner ! --uid-owner 900-1100",
            "-m owner --gid-owner 1000 ! --uid-owner 7",
            "-m ttl --ttl-lt 65",
            "-m tos ! --tos 0x10/0xff",
            "-m mark --mark 0x0/0x1",
            "-m mark ! --mark 0x0",
            "-d 10.50.0.0/16");
    Arbitrary<String> target =
        Arbitraries.of("DROP", "ACCEPT", "RETURN", "U", "MARK --set-xmark 0x1/0x1");
    return match
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .flatMap(
            m ->
                target.map(
                    t ->
                        "-A OUTPUT "
                            + String.join(" ", m.stream().distinct().toList())
                            + " -j "
                            + t))
        .filter(rule -> rule.indexOf("-m owner") == rule.lastIndexOf("-m owner"))
        .filter(rule -> rule.indexOf("-m mark") == rule.lastIndexOf("-m mark"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 300)
  void aHiddenFieldHidesTheSameTrace(
      @ForAll("rules") List<String> rules, @ForAll @IntRange(max = 4) int hidden) {
    Lab lab =
        Lab.rules(
            ("*mangle\n:U - [0:0]\n" + String.join("\n", rules) + "\n-A U -m owner --uid-owner 5")
                .split("\n"));
    String all = "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80 " + String.join(" ", FIELDS);
    Trace whole = lab.sendOpen(all);
    Trace open = lab.sendOpen(all.replace(" " + FIELDS.get(hidden), ""));
    assertThat(whole.isDecided()).isTrue();
    List<Trace> ends = open.isDecided() ? List.of(open) : open.branches();
    assertThat(ends)
        .anyMatch(
            end -> end.verdict() == whole.verdict() && Seen.steps(end).equals(Seen.steps(whole)));
  }
}
