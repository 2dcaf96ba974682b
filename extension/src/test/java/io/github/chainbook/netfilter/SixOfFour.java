package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules, packets and answers of IPv4 as those of IPv6, for facts of both: 10.0.0.5 becomes
 * 2001:db8::10:0:0:5 and 10.0.0.0/24 the network that has the same of these addresses.
 */
final class SixOfFour {

  private static final Pattern IPV4 =
      Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)(?:/(\\d+))?(:[\\d*]+(?:-\\d+)?)?");

  private SixOfFour() {}

  /** The text with the addresses of IPv6. */
  static String of(String text) {
    Matcher matcher = IPV4.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String address = address(matcher);
      String length = matcher.group(5);
      if (length != null) {
        address += "/" + (Integer.parseInt(length) / 8 * 16 + 64);
      }
      String ports = matcher.group(6);
      matcher.appendReplacement(out, ports == null ? address : "[" + address + "]" + ports);
    }
    return matcher.appendTail(out).toString();
  }

  private static String address(Matcher matcher) {
    String text =
        matcher.group().startsWith("127.0.0.1")
            ? "::1"
            : String.format(
                "2001:db8::%s:%s:%s:%s",
                matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
    return Address.find(text, Family.IPV6).orElseThrow().toString();
  }
}
