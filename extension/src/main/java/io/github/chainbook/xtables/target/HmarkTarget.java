package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.HashedField;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.PrefixLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code -j HMARK}: sets the packet's mark to a number made of its addresses and ports;
 * iptables-extensions(8), section HMARK. The packet goes on to the next rule. What is refused
 * together is so by libxt_HMARK.c and by the kernel's net/netfilter/xt_HMARK.c.
 */
public final class HmarkTarget {

  private static final long MAX_16 = 0xFFFF;

  /** What is hashed in full, or that the connection's addresses and ports are. */
  public static final OptionSpec<Set<HashedField>> TUPLE =
      OptionSpec.of("--hmark-tuple", HashedField.SET);

  /** How many leading bits of the source address are hashed. */
  public static final OptionSpec<Integer> SRC_PREFIX =
      OptionSpec.of("--hmark-src-prefix", PrefixLength.OR_ALL);

  /** How many leading bits of the destination address are hashed. */
  public static final OptionSpec<Integer> DST_PREFIX =
      OptionSpec.of("--hmark-dst-prefix", PrefixLength.OR_ALL);

  /** Which bits of the source port are hashed. */
  public static final OptionSpec<Long> SPORT_MASK =
      OptionSpec.of("--hmark-sport-mask", hex(MAX_16, 4));

  /** Which bits of the destination port are hashed. */
  public static final OptionSpec<Long> DPORT_MASK =
      OptionSpec.of("--hmark-dport-mask", hex(MAX_16, 4));

  /** Which bits of the security parameter index of AH and ESP are hashed. */
  public static final OptionSpec<Long> SPI_MASK =
      OptionSpec.of("--hmark-spi-mask", hex(Numbers.MAX_32, 8));

  /** Which bits of the source port count as set. */
  public static final OptionSpec<Long> SPORT =
      OptionSpec.of("--hmark-sport", hex(MAX_16, 4)).not("--hmark-spi");

  /** Which bits of the destination port count as set. */
  public static final OptionSpec<Long> DPORT =
      OptionSpec.of("--hmark-dport", hex(MAX_16, 4)).not("--hmark-spi");

  /** Which bits of the security parameter index count as set. */
  public static final OptionSpec<Long> SPI = OptionSpec.of("--hmark-spi", hex(Numbers.MAX_32, 8));

  /** Which bits of the protocol's number are hashed. */
  public static final OptionSpec<Long> PROTO_MASK =
      OptionSpec.of("--hmark-proto-mask", hex(MAX_16, 2));

  /** Where the hash begins. */
  public static final OptionSpec<Long> RND =
      OptionSpec.of("--hmark-rnd", hex(Numbers.MAX_32, 8)).needed();

  /** How many different marks there are. */
  public static final OptionSpec<Long> MOD =
      OptionSpec.of("--hmark-mod", Numbers.between(1, Numbers.MAX_32)).needed();

  /** The lowest of the marks. */
  public static final OptionSpec<Long> OFFSET =
      OptionSpec.of("--hmark-offset", Numbers.between(0, Numbers.MAX_32));

  /** The options that say of one field what a tuple says of several. */
  private static final Map<HashedField, OptionSpec<?>> SINGLE =
      Map.of(
          HashedField.SRC, SRC_PREFIX,
          HashedField.DST, DST_PREFIX,
          HashedField.SPORT, SPORT_MASK,
          HashedField.DPORT, DPORT_MASK,
          HashedField.SPI, SPI_MASK,
          HashedField.PROTO, PROTO_MASK);

  private HmarkTarget() {}

  private static ValueType<Long> hex(long max, int digits) {
    return Numbers.between(0, max, n -> String.format("0x%0" + digits + "x", n));
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target(
                "HMARK",
                SRC_PREFIX,
                DST_PREFIX,
                SPORT_MASK,
                DPORT_MASK,
                SPI_MASK,
                SPORT,
                DPORT,
                SPI,
                PROTO_MASK,
                RND,
                MOD,
                OFFSET,
                TUPLE)
            .checked(HmarkTarget::check)
            .printed(HmarkTarget::print));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    Set<HashedField> tuple = given.get(TUPLE, Set.of());
    for (HashedField field : tuple) {
      OptionSpec<?> single = SINGLE.get(field);
      if (single != null && isBehindTuple(single, given)) {
        throw BadRule.at(
            single, single.name() + " cannot stand behind a --hmark-tuple with " + field);
      }
    }
    boolean ports =
        says(given, HashedField.SPORT, SPORT_MASK) || says(given, HashedField.DPORT, DPORT_MASK);
    if (ports && says(given, HashedField.SPI, SPI_MASK)) {
      throw BadRule.of("target HMARK hashes ports or the SPI, not both");
    }
    boolean hashes = SINGLE.values().stream().anyMatch(given::has);
    if (!hashes && !given.hasAny(SPORT, DPORT, SPI, TUPLE)) {
      throw BadRule.missing("target HMARK needs --hmark-tuple, or a prefix or mask");
    }
  }

  private static boolean isBehindTuple(OptionSpec<?> single, Options given) {
    List<String> names = given.list().stream().map(RuleOption::name).toList();
    return names.indexOf(single.name()) > names.indexOf(TUPLE.name());
  }

  private static boolean says(Options given, HashedField field, OptionSpec<?> single) {
    return given.has(single) || given.get(TUPLE, Set.of()).contains(field);
  }

  // A tuple is saved as the single options that it stands for; it overrides those before it.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    Set<HashedField> tuple = given.get(TUPLE, Set.of());
    int bits = Address.bits(rule.family());
    List<RuleOption> printed = new ArrayList<>();
    add(SRC_PREFIX, bits, tuple.contains(HashedField.SRC), given, printed);
    add(DST_PREFIX, bits, tuple.contains(HashedField.DST), given, printed);
    add(SPORT_MASK, MAX_16, tuple.contains(HashedField.SPORT), given, printed);
    add(DPORT_MASK, MAX_16, tuple.contains(HashedField.DPORT), given, printed);
    add(SPI_MASK, Numbers.MAX_32, tuple.contains(HashedField.SPI), given, printed);
    printed.addAll(new Saved(given).then(SPORT, DPORT, SPI).list());
    add(PROTO_MASK, MAX_16, tuple.contains(HashedField.PROTO), given, printed);
    printed.addAll(new Saved(given).then(RND, MOD, OFFSET).list());
    if (tuple.contains(HashedField.CT)) {
      printed.add(TUPLE.saying(Set.of(HashedField.CT)));
    }
    return printed;
  }

  private static <T> void add(
      OptionSpec<T> spec, T whole, boolean inTuple, Options given, List<RuleOption> printed) {
    if (inTuple || given.has(spec)) {
      printed.add(spec.saying(inTuple ? whole : given.get(spec).orElseThrow()));
    }
  }

  /** Marks the packet with a hash; net/netfilter/xt_HMARK.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    return new HmarkAction(given, rule.family());
  }
}
