package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.value.EcnCodepoint;
import io.github.chainbook.xtables.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code -j ECN}: changes the bits of explicit congestion notification; iptables-extensions(8),
 * section ECN, and the kernel's {@code net/ipv4/netfilter/ipt_ECN.c}.
 */
public final class EcnTarget {

  private static final long ECE = 0x40;
  private static final long CWR = 0x80;

  /** Clears both bits of the TCP header. */
  public static final OptionSpec<Flag> TCP_REMOVE =
      OptionSpec.flag("--ecn-tcp-remove").not("--ecn-tcp-ece", "--ecn-tcp-cwr");

  /** The TCP header's bit ECE, 0 or 1. */
  public static final OptionSpec<Long> TCP_ECE =
      OptionSpec.of("--ecn-tcp-ece", Numbers.between(0, 1));

  /** The TCP header's bit CWR, 0 or 1. */
  public static final OptionSpec<Long> TCP_CWR =
      OptionSpec.of("--ecn-tcp-cwr", Numbers.between(0, 1));

  /** The code point of the IP header. */
  public static final OptionSpec<EcnCodepoint> IP_ECT =
      OptionSpec.of("--ecn-ip-ect", EcnCodepoint.TYPE);

  private EcnTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("ECN", TCP_REMOVE, TCP_ECE, TCP_CWR, IP_ECT)
            .onlyFor(Family.IPV4)
            .inTables("mangle")
            .printed(EcnTarget::print)
            .checked(EcnTarget::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.list().isEmpty()) {
      throw BadRule.missing(
          "target ECN needs --ecn-tcp-remove, --ecn-tcp-ece, --ecn-tcp-cwr or --ecn-ip-ect");
    }
    if (given.hasAny(TCP_REMOVE, TCP_ECE, TCP_CWR) && !rule.isProtocol(6)) {
      throw BadRule.protocol("target ECN needs -p tcp without ! to change the TCP header");
    }
  }

  // --ecn-tcp-remove prints where both bits are cleared and nothing else is done. It makes
  // iptables forget an --ecn-ip-ect before it: ECN_parse and ECN_save in libipt_ECN.c.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    boolean removes = given.has(TCP_REMOVE);
    List<RuleOption> ect = given.all(IP_ECT);
    List<RuleOption> all = given.list();
    if (removes && !ect.isEmpty() && all.get(all.size() - 1).name().equals(TCP_REMOVE.name())) {
      ect = List.of();
    }
    List<RuleOption> tcp = new ArrayList<>();
    given.get(TCP_ECE).or(() -> zero(removes)).map(TCP_ECE::saying).ifPresent(tcp::add);
    given.get(TCP_CWR).or(() -> zero(removes)).map(TCP_CWR::saying).ifPresent(tcp::add);
    boolean bothZero = tcp.size() == 2 && tcp.stream().allMatch(o -> o.word().equals("0"));
    if (bothZero && ect.isEmpty()) {
      return List.of(TCP_REMOVE.saying(Flag.SET));
    }
    tcp.addAll(ect);
    return tcp;
  }

  private static Optional<Long> zero(boolean removes) {
    return removes ? Optional.of(0L) : Optional.empty();
  }

  /** Changes the bits; ecn_tg in net/ipv4/netfilter/ipt_ECN.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    int point = given.get(IP_ECT).map(EcnCodepoint::ordinal).orElse(-1);
    boolean removes = given.has(TCP_REMOVE);
    long ece = given.get(TCP_ECE, removes ? 0L : -1L);
    long cwr = given.get(TCP_CWR, removes ? 0L : -1L);
    long mask = (ece < 0 ? 0 : ECE) | (cwr < 0 ? 0 : CWR);
    long value = (ece > 0 ? ECE : 0) | (cwr > 0 ? CWR : 0);
    return packet -> {
      if (point >= 0) {
        change(packet, Field.TOS, 3, point);
      }
      if (mask != 0 && packet.has(Field.TCP_FLAGS)) {
        change(packet, Field.TCP_FLAGS, mask, value);
      }
      return Fate.CONTINUE;
    };
  }

  private static void change(PacketEdit packet, Field field, long mask, long value) {
    if (packet.isKnown(field)) {
      packet.set(field, packet.number(field) & ~mask | value);
    } else {
      packet.forget(field);
    }
  }
}
