package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.HostNetwork;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/** What DNPT and SNPT share; RFC 6296 and the kernel's {@code net/ipv6/netfilter/ip6t_NPT.c}. */
final class PrefixTranslation {

  private static final int MAX_LENGTH = 64;

  /** An IPv6 prefix of up to 64 bits, behind which no bit is set. */
  static final ValueType<Network> PREFIX =
      WordType.of((word, rule) -> prefix(word, rule), Network::toString);

  /** What holds where no prefix is printed. */
  static final Network EVERYTHING =
      new Network(Address.zero(Family.IPV6), Address.mask(Family.IPV6, 0));

  private PrefixTranslation() {}

  private static Network prefix(String word, RuleContext rule) throws BadValue {
    Network prefix = HostNetwork.parse(word, rule.family());
    if (prefix.mask().prefixLength() > MAX_LENGTH || !prefix.cleared().equals(prefix)) {
      throw BadValue.expected(
          "a prefix of at most " + MAX_LENGTH + " bits such as 2001:db8:1::/48", word);
    }
    return prefix;
  }

  /** The target of this name, whose hooks are still to be said. */
  static Extension target(
      String name, OptionSpec<Network> source, OptionSpec<Network> destination) {
    return Extension.target(name, source, destination)
        .onlyFor(Family.IPV6)
        .inTables("mangle")
        .printed((given, rule) -> print(given, List.of(source, destination)));
  }

  // A prefix of no bits is not printed: DNPT_save in libip6t_DNPT.c.
  private static List<RuleOption> print(Options given, List<OptionSpec<Network>> specs) {
    return specs.stream()
        .flatMap(spec -> given.option(spec).stream())
        .filter(option -> !isEverything(option))
        .toList();
  }

  private static boolean isEverything(RuleOption option) {
    return option.meaning() instanceof Network network && network.mask().isZero();
  }
}
