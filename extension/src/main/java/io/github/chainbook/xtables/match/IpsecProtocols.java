package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Protocol;
import io.github.chainbook.xtables.value.WordType;
import java.util.Map;

/** The protocols of IPsec; policy_parse in libxt_policy.c takes no other. */
final class IpsecProtocols {

  /** By name or number, printed by name. */
  static final ValueType<Protocol> TYPE =
      WordType.of((word, rule) -> parse(word), Protocol::toString);

  /** As libxtables and Debian's {@code /etc/protocols} have them; case counts here. */
  private static final Map<String, Integer> NAMES =
      Map.of("esp", 50, "IPSEC-ESP", 50, "ah", 51, "IPSEC-AH", 51, "ipcomp", 108, "IPCOMP", 108);

  private IpsecProtocols() {}

  private static Protocol parse(String word) throws BadValue {
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    boolean isNumber = scan.found() && scan.end() == word.length();
    for (int number : NAMES.values()) {
      if (isNumber ? scan.value() == number : NAMES.getOrDefault(word, -1) == number) {
        return new Protocol(number);
      }
    }
    throw BadValue.expected("one of esp, ah and ipcomp", word);
  }
}
