package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.ConntrackEvent;
import io.github.chainbook.xtables.value.ConntrackHelpers;
import io.github.chainbook.xtables.value.DirectedZone;
import io.github.chainbook.xtables.value.Texts;
import io.github.chainbook.xtables.value.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code -j CT}: how the packet's connection will be tracked; iptables-extensions(8), section CT.
 */
public final class CtTarget {

  /** Sizes of the names less their terminating zeros; linux/netfilter/xt_CT.h. */
  private static final int MAX_HELPER = 15;

  private static final int MAX_TIMEOUT = 31;

  /** How much of a timeout policy's name the kernel gives back: usersize in xt_CT.c. */
  private static final int SAVED_TIMEOUT = 4;

  /** It is not tracked. */
  public static final OptionSpec<Flag> NOTRACK = OptionSpec.flag("--notrack");

  /** The helper that looks into its payload; empty for none. */
  public static final OptionSpec<String> HELPER =
      OptionSpec.of("--helper", Texts.plainCut(MAX_HELPER));

  /** The timeout policy that it follows; empty for none. */
  public static final OptionSpec<String> TIMEOUT =
      OptionSpec.of("--timeout", Texts.plainCut(MAX_TIMEOUT));

  /** What is reported of it. */
  public static final OptionSpec<Set<ConntrackEvent>> CTEVENTS =
      OptionSpec.of("--ctevents", ConntrackEvent.OF_CONNECTIONS);

  /** What is reported of the connections that it announces. */
  public static final OptionSpec<Set<ConntrackEvent>> EXPEVENTS =
      OptionSpec.of("--expevents", ConntrackEvent.OF_EXPECTATIONS);

  /** Its zone in the original direction only. */
  public static final OptionSpec<Zone> ZONE_ORIG = OptionSpec.of("--zone-orig", Zone.TYPE);

  /** Its zone in the direction of replies only. */
  public static final OptionSpec<Zone> ZONE_REPLY = OptionSpec.of("--zone-reply", Zone.TYPE);

  /** Its zone. */
  public static final OptionSpec<Zone> ZONE = OptionSpec.of("--zone", Zone.TYPE);

  private CtTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target(
                "CT", NOTRACK, HELPER, TIMEOUT, CTEVENTS, EXPEVENTS, ZONE_ORIG, ZONE_REPLY, ZONE)
            .inTables("raw")
            .checked(CtTarget::check)
            .printed(CtTarget::print));
  }

  // xt_ct_tg_check of the kernel's net/netfilter/xt_CT.c. What is not tracked is not looked at.
  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.has(NOTRACK)) {
      return;
    }
    for (OptionSpec<String> named : List.of(HELPER, TIMEOUT)) {
      boolean set = !given.get(named, "").isEmpty();
      if (set && (rule.protocolNegated() || rule.protocol() == 0)) {
        throw BadRule.protocol(
            named.name() + " of target CT needs a protocol, such as -p tcp, without !");
      }
    }
    String helper = given.get(HELPER, "");
    Set<Integer> protocols =
        ConntrackHelpers.protocols(helper, rule.family()).orElse(Set.of(rule.protocol()));
    if (!helper.isEmpty() && !protocols.contains(rule.protocol())) {
      throw BadRule.value(
          HELPER, "expected a helper for this protocol and address family, found '" + helper + "'");
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given.option(NOTRACK).ifPresent(printed::add);
    given.option(HELPER).filter(option -> !option.word().isEmpty()).ifPresent(printed::add);
    given
        .get(TIMEOUT)
        .filter(name -> !name.isEmpty())
        .ifPresent(name -> printed.add(TIMEOUT.saying(Texts.firstBytes(name, SAVED_TIMEOUT))));
    given.option(CTEVENTS).ifPresent(printed::add);
    given.option(EXPEVENTS).ifPresent(printed::add);
    addZone(given, printed);
    return printed;
  }

  private static void addZone(Options given, List<RuleOption> printed) {
    DirectedZone zone = zone(given);
    OptionSpec<Zone> spec = !zone.reply() ? ZONE_ORIG : zone.original() ? ZONE : ZONE_REPLY;
    if (!zone.zone().isDefault()) {
      printed.add(spec.saying(zone.zone()));
    }
  }

  // There is room for one zone: of several numbers the last one counts, and the directions add up.
  private static DirectedZone zone(Options given) {
    int id = 0;
    boolean byMark = false;
    for (RuleOption option : given.list()) {
      for (OptionSpec<Zone> spec : List.of(ZONE_ORIG, ZONE_REPLY, ZONE)) {
        if (option.name().equals(spec.name())) {
          Zone zone = option.meaning(spec).orElseThrow();
          id = zone.id();
          byMark |= zone.byMark();
        }
      }
    }
    boolean one = given.has(ZONE_ORIG) != given.has(ZONE_REPLY);
    return new DirectedZone(
        new Zone(byMark ? 0 : id, byMark),
        !one || given.has(ZONE_ORIG),
        !one || given.has(ZONE_REPLY));
  }

  /** Chooses how it is tracked; xt_ct_target in net/netfilter/xt_CT.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    boolean untracked = given.has(NOTRACK);
    DirectedZone zone = zone(given);
    return packet -> {
      if (untracked) {
        packet.untrack();
      } else if (packet.connection() == null) {
        packet.setZone(zone);
      }
      return Fate.CONTINUE;
    };
  }
}
