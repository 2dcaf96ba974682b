package io.github.chainbook.topology.capture;

import static io.github.chainbook.topology.capture.CaptureKind.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleReaderTest {

  @Test
  void makesCommandsOfAllButTheStandardRules() {
    CapturedNamespace captured = Captures.read(RULES, Captures.file("rules.json"));
    assertThat(captured.commands())
        .containsExactly(
            "rule add fwmark 0x1 lookup 100 priority 39",
            "rule add fwmark 0x200/0xf00 lookup 100 priority 40",
            "rule add from 10.1.0.3 to 10.2.0.0/16 iif eth0 lookup 200 priority 50",
            "rule add iif gone lookup 200 priority 61");
  }

  @Test
  void aRuleThatAsksWhatNothingHereLooksAtIsLeftOut() {
    CapturedNamespace captured = Captures.read(RULES, Captures.file("rules.json"));
    assertThat(Captures.problems(captured))
        .hasSize(9)
        .allMatch(problem -> problem.contains("warning: left out: nothing here looks at"))
        .anyMatch(problem -> problem.contains("'not'"))
        .anyMatch(problem -> problem.contains("'oif'"))
        .anyMatch(problem -> problem.contains("'suppress_prefixlen'"))
        .anyMatch(problem -> problem.contains("'uid_start'"))
        .anyMatch(problem -> problem.contains("'goto'"));
  }

  @Test
  void theFamilyShowsByAnAddressOrTheStandardRules() {
    assertThat(Captures.read(RULES, Captures.file("rules6.json")).commands())
        .containsExactly(
            "-6 rule add fwmark 0x1 lookup 100 priority 10",
            "-6 rule add from 2001:db8::/32 lookup 200 priority 11");
    assertThat(
            Captures.read(
                    RULES,
                    """
                    [{"priority":0,"src":"all","table":"local"},
                     {"priority":9,"src":"all","fwmark":"0x1","table":"5"},
                     {"priority":32766,"src":"all","table":"main"}]
                    [{"priority":9,"src":"all","fwmark":"0x1","table":"5"},
                     {"priority":32767,"src":"all","table":"default"}]
                    """)
                .commands())
        .containsExactly(
            "-6 rule add fwmark 0x1 lookup 5 priority 9",
            "rule add fwmark 0x1 lookup 5 priority 9");
    assertThat(Captures.read(RULES, Captures.file("bare-rules6.json")).commands()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsLeftOutAtItsColumn() {
    CapturedNamespace captured =
        Captures.read(
            RULES,
            """
            [{"priority":"x","src":"all","table":"5"},
             {"priority":1,"src":"10.0.0.0","srclen":"40","table":"5"},
             {"priority":1,"src":"all","fwmark":"1 lookup 6","table":"5"},
             {"priority":1,"src":"all"}]
            """);
    assertThat(captured.commands()).isEmpty();
    assertThat(Captures.problems(captured))
        .containsExactly(
            "x:1:14: error: left out: expected a number in priority, not 'x' [capture-entry]",
            "x:2:22: error: left out: expected all or a network in src, not '10.0.0.0'"
                + " [capture-entry]",
            "x:3:37: error: left out: expected a mark such as 0x1 in fwmark, not '1 lookup 6'"
                + " [capture-entry]",
            "x:4:2: error: left out: expected a table in table, not '' [capture-entry]");
  }
}
