package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many rules in a row are read by their forms, few are read word by word: to the same end. */
class LargeDumpTest {

  private static final List<String> RULES =
      List.of(
          "-A INPUT",
          "-A INPUT -j DROP",
          "-A INPUT -g one",
          "-A INPUT -g DROP",
          "-A INPUT -j nowhere",
          "-A INPUT -j one -m comment --comment late",
          "-A INPUT -j one -j one",
          "-A INPUT -j",
          "-A INPUT -m",
          "-A INPUT -s 10.0.0.1/32 -j one",
          "-A INPUT -s 10.0.0.2 -j one",
          "-A INPUT -s 10.0.0.256/32 -j one",
          "-A INPUT -s 10.0.0.1,10.0.0.2 -j one",
          "-A INPUT -s ! -j one",
          "-A INPUT ! -s 10.0.0.0/8 -d 192.0.2.0/24 -p tcp -m tcp --dport 80 -j ACCEPT",
          "-A INPUT ! -s 10.0.0.0/8 -d 192.0.2.0/24 -p tcp -m tcp --dport 81 -j ACCEPT",
          "-A INPUT -s 0.0.0.0/0 -j ACCEPT",
          "-A INPUT -p udp -m tcp --dport 80 -j ACCEPT",
          "-A INPUT -p tcp -m udp --dport 80 -j ACCEPT",
          "-A INPUT -p tcp --dport 80 -j ACCEPT",
          "-A INPUT -p tcp -m tcp --dpo 80 -j ACCEPT",
          "-A INPUT -p tcp -m tcp --dport=80 -j ACCEPT",
          "-A INPUT -p tcp -m tcp ! --dport 80:90 -j ACCEPT",
          "-A INPUT -p tcp -m tcp --dport 90:80 -j ACCEPT",
          "-A INPUT -p tcp -m tcp --dport http -j ACCEPT",
          "-A INPUT -p tcp -m tcp --dport 80 --dport 81 -j ACCEPT",
          "-A INPUT -p tcp -m tcp --tcp-flags SYN,ACK SYN -j ACCEPT",
          "-A INPUT -p tcp -m comment --comment x -m tcp --dport 80 -j REJECT --reject-with tcp-reset",
          "-A INPUT -p udp -j REJECT --reject-with tcp-reset",
          "-A INPUT -j REJECT --reject-with icmp-port-unreachable",
          "-A INPUT -m comment --comment \"two words\" -j one",
          "-A INPUT -m comment --comment \"other words\" -j two",
          "-A INPUT -m comment --comment \"a \\\" quote\" -j two",
          "-A INPUT -m comment --comment \"\" -j two",
          "-A INPUT -m comment --comment \"not closed -j two",
          "-A INPUT -m comment --comment \"closed\"here -j two",
          "-A INPUT -m comment --comment mid\"dle quote\" -j two",
          "-A INPUT -m comment --comment -j -j two",
          "-A INPUT -m comment --comment ! -j two",
          "-A INPUT -m comment --comment gr\u00fc\u00df -j two",
          "-A INPUT -m comment --comment \ud83d\ude00 -j REDIRECT",
          "-A INPUT -m comment ! --comment x -j two",
          "-A INPUT -m comment -j two",
          "-A INPUT -m comment --comment x ! -m tcp -j two",
          "-A INPUT -m statistic --mode random --probability 0.25000000000 -j one",
          "-A INPUT -m statistic --mode random --probability 0.5 -j one",
          "-A INPUT -m statistic --mode nth --probability 0.5 -j one",
          "-A INPUT -m statistic --mode nth --every 3 --packet 0 -j one",
          "-A INPUT -m statistic --mode nth --every 3 --packet 3 -j one",
          "-A INPUT -i eth0 -j one",
          "-A INPUT -i -j -j one",
          "-A INPUT -o eth0 -j one",
          "-A FORWARD -o eth0 -j one",
          "-A FORWARD -i eth0 -o eth1 -j one",
          "-A OUTPUT -i eth0 -j one",
          "-A OUTPUT -m owner --uid-owner 1000 -j one",
          "-A INPUT -m owner --uid-owner 1000 -j one",
          "-A one -m owner --uid-owner 1001 -j two",
          "-A INPUT -j LOG --log-prefix \"in: \" --log-level 4",
          "-A INPUT -j LOG --log-prefix out --log-level 5",
          "-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu",
          "-A FORWARD -p tcp -j TCPMSS --clamp-mss-to-pmtu",
          "-A INPUT -j DNAT --to-destination 10.0.0.1:80",
          "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
          "-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT",
          "-A INPUT -m unknown --what 1 -j one",
          "-A INPUT -m recent --name x --set",
          "-A INPUT -m recent --name x --update --seconds 60",
          "-A INPUT -m set --match-set a src,dst -j one",
          "-A INPUT  -j  one",
          "-A INPUT\t-j\tone",
          "-A INPUT -j one ",
          "-A unheard -j one",
          "-A INPUT -4 -j one",
          "-A INPUT -6 -j one",
          "-A INPUT -c 1 2 -j one",
          "-A INPUT -p tcp -m tcp --dport 80 -p udp -j one",
          "-A INPUT -m tcp -p tcp --dport 80 -j one",
          "-A INPUT -p tcp -m multiport --dports 80,443 -j one",
          "-A INPUT -p tcp -m multiport --dports 80,443,8000:8080 -j two",
          "-A INPUT -p 6 -m tcp --sport 80 -j two",
          "-A INPUT -p tcp stray -j two",
          "-A INPUT -m limit --limit 5/min --limit-burst 3 -j two",
          "-A INPUT -m icmp --icmp-type 8 -j two",
          "-A INPUT -p icmp -m icmp --icmp-type 8 -j two",
          "-A INPUT -p icmp -m icmp --icmp-type 3/4 -j two",
          "-A INPUT -j MARK --set-xmark 0x1/0x1",
          "-A INPUT -s example.invalid. -j one",
          "-A INPUT -s host.example -p tcp -j one",
          "-A INPUT -jone",
          "-A INPUT --jump=one",
          "-A INPUT --jump=two",
          "-A INPUT -g two",
          "-A INPUT -j !",
          "-A one -j INPUT",
          "-A one -j two",
          "-A INPUT -s \"10.0.0.3/32\" -j one",
          "-A INPUT -s 10.0.0.4/32\"\" -j one",
          "-A INPUT -s 2001:db8::1/128 -j one",
          "-A INPUT -m mac --mac-source 02:00:00:00:00:01 -j one",
          "-A INPUT -m mac --mac-source 02:00:00:00:00:0g -j one",
          "-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.1:80",
          "-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:81",
          "-A PREROUTING -j DNAT --to-destination 10.0.0.2:81",
          "-A PREROUTING -j DNAT --to-destination 10.0.0.2",
          "-A one -p tcp -j DNAT --to-destination 10.0.0.3:82");

  private static Reading read(String table, int times, boolean apart) {
    StringBuilder dump = new StringBuilder("*" + table + "\n:one - [0:0]\n:two - [0:0]\n");
    for (int i = 0; i < times; i++) {
      for (String rule : RULES) {
        // A line between them keeps rules from being read together.
        dump.append(rule).append('\n').append(apart ? "\n" : "");
      }
    }
    return Dumps.read(dump.append("COMMIT\n").toString());
  }

  private static List<String> described(Reading reading, int linesPerRule) {
    List<String> all = new ArrayList<>();
    for (Diagnostic d : reading.diagnostics()) {
      // The lines that a message names differ, as those of the dumps do.
      int rule = (d.position().line() - 4) / linesPerRule;
      all.add(rule + ":" + d.position().column() + " " + d.code() + " " + d.severity());
    }
    for (Table table : reading.rulesets().get(0).tables()) {
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          int line = (rule.position().line() - 4) / linesPerRule;
          all.add(
              chain.name()
                  + " "
                  + rule.number()
                  + " "
                  + line
                  + " "
                  + rule.counters()
                  + rule.matches()
                  + rule.target());
        }
      }
    }
    return all;
  }

  @Test
  void manyRulesAreReadAsFewAre() {
    int times = 2000 / RULES.size() + 2;
    for (String table : List.of("filter", "nat", "mangle")) {
      List<String> together = described(read(table, times, false), 1);
      List<String> apart = described(read(table, times, true), 2);
      assertThat(together).as(table).isEqualTo(apart);
      assertThat(together).as(table).hasSizeGreaterThan(times * 40);
    }
  }

  @Test
  void aChainThatIsDeletedBelowManyRulesIsMissed() {
    String rules = "-A INPUT -s 10.0.0.1/32 -j one\n".repeat(2000);
    Reading reading =
        Dumps.read("*filter\n:one - [0:0]\n:two - [0:0]\n" + rules + "-X one\nCOMMIT\n");
    assertThat(Dumps.findings(reading)).containsExactly("4:28 undeclared-chain");
  }

  @Test
  void aRuleOfALargeDumpIsTheSameAsOneThatStandsAlone() {
    String rule = "-A one -s 10.0.0.1/32 -p tcp -m comment --comment \"a b\" -j two\n";
    String head = "*filter\n:one - [0:0]\n:two - [0:0]\n";
    Rule alone = first(Dumps.read(head + rule + "COMMIT\n"));
    Rule among = first(Dumps.read(head + rule.repeat(2000) + "COMMIT\n"));
    assertThat(among).isEqualTo(alone).hasSameHashCodeAs(alone).hasToString(alone.toString());
    assertThat(among.leadsTo()).contains("two");
  }

  private static Rule first(Reading reading) {
    return reading.ruleset().tables().get(0).chain("one").orElseThrow().rules().get(0);
  }
}
