package io.github.chainbook.ruleset;

import static io.github.chainbook.ruleset.Dumps.nat;
import static io.github.chainbook.ruleset.Dumps.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFragmentTest {

  private static final Catalogue CATALOGUE = Catalogue.of(Family.IPV4);
  private static final RuleContext NAT = RuleContext.of(Family.IPV4, "nat");

  private static final List<Rule> RULES =
      table(
              nat(
                  ":U - [0:0]",
                  "-A OUTPUT -o lo -m owner ! --uid-owner 1337 -j RETURN",
                  "-A OUTPUT ! -d 127.0.0.1/32 -o lo -m owner --uid-owner 1337 -j U",
                  "-A OUTPUT -d 127.0.0.1/32 -p tcp -m tcp --dport 22 -g U",
                  "-A OUTPUT -p tcp -j REDIRECT --to-ports 15001",
                  "-A OUTPUT -m conntrack --ctstate NEW -j LOG --log-prefix \"a b\"",
                  "-A OUTPUT -p udp -m udp --dport 22"))
          .chains()
          .get(0)
          .rules();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -o lo                               | 1 2
          -o lo ! --uid-owner 1337            | 1
          -j RETURN -o lo                     | 1
          --uid-owner 1337                    | 2
          --uid-owner 1337 -j U               | 2
          -j U --uid-owner 1337               | 2
          -d 127.0.0.1                        | 3
          ! -d 127.0.0.1/32                   | 2
          --dport 22                          | 3 6
          -m tcp --dport 22                   | 3
          -p tcp                              | 3 4
          -g U                                | 3
          -j U                                | 2
          --to-ports 15001                    | 4
          -j REDIRECT --to-port 15001         | 4
          -m owner                            | 1 2
          --ctstate NEW                       | 5
          -m conntrack -j LOG                 | 5
          --log-prefix "a b"                  | 5
          -j LOG --log-prefix a               |
          --dport 23                          |
          """)
  void namesTheRulesThatHoldAllOfIt(String fragment, String numbers) {
    RuleFragment parsed = RuleFragment.parse(CATALOGUE, NAT, fragment).orElseThrow();
    List<String> named =
        RULES.stream().filter(parsed::names).map(rule -> "" + rule.number()).toList();
    assertThat(String.join(" ", named)).isEqualTo(numbers == null ? "" : numbers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "lo", "-o", "-o \"lo", "! -j U", "-o lo -o eth0", "--d 1"})
  void otherTextIsNoFragment(String text) {
    assertThat(RuleFragment.parse(CATALOGUE, NAT, text)).isEmpty();
  }

  @Property
  void anyTextIsAFragmentOrNone(@ForAll String text) {
    RuleFragment.parse(CATALOGUE, NAT, text).ifPresent(fragment -> RULES.forEach(fragment::names));
  }
}
