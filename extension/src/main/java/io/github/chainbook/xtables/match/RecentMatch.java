package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Host;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.ProcName;
import java.util.ArrayList;
import java.util.List;

/** {@code -m recent}: addresses seen before; iptables-extensions(8), section recent. */
public final class RecentMatch {

  /** XT_RECENT_NAME_LEN less its terminating zero; linux/netfilter/xt_recent.h. */
  private static final int MAX_BYTES = 199;

  /** XT_RECENT_MAX_NSTAMPS less one; net/netfilter/xt_recent.c since Linux 6.9, 255 before. */
  private static final long MAX_HITS = 65_535;

  private static final String DEFAULT_NAME = "DEFAULT";

  /** Enters the address into the list. */
  public static final OptionSpec<Flag> SET =
      OptionSpec.flag("--set").orNot().not("--rcheck", "--update", "--remove");

  /** That the address is in the list. */
  public static final OptionSpec<Flag> RCHECK =
      OptionSpec.flag("--rcheck").orNot().not("--update", "--remove");

  /** That the address is in the list; notes that it was seen again. */
  public static final OptionSpec<Flag> UPDATE = OptionSpec.flag("--update").orNot().not("--remove");

  /** That the address is in the list; strikes it from the list. */
  public static final OptionSpec<Flag> REMOVE = OptionSpec.flag("--remove").orNot();

  /** In how many seconds it must have been seen; iptables prints them with a sign, as 32 bits. */
  public static final OptionSpec<Long> SECONDS =
      OptionSpec.of("--seconds", Numbers.between(1, Numbers.MAX_32, n -> String.valueOf((int) n)));

  /** Strikes what is older than so many seconds from the list. */
  public static final OptionSpec<Flag> REAP = OptionSpec.flag("--reap").with("--seconds");

  /** How often it must have been seen; any time for 0. */
  public static final OptionSpec<Long> HITCOUNT =
      OptionSpec.of("--hitcount", Numbers.between(0, MAX_HITS));

  /** That the packet's TTL must be that of the packet that entered the address. */
  public static final OptionSpec<Flag> RTTL = OptionSpec.flag("--rttl").not("--set", "--remove");

  /** The list; DEFAULT where nothing is said. */
  public static final OptionSpec<String> NAME = OptionSpec.of("--name", ProcName.cut(MAX_BYTES));

  /** Which bits of the address count; all where nothing is said. */
  public static final OptionSpec<Address> MASK = OptionSpec.of("--mask", Host.TYPE);

  /** Takes the address that the packet comes from, as is done where nothing is said. */
  public static final OptionSpec<Flag> RSOURCE = OptionSpec.flag("--rsource");

  /** Takes the address that the packet goes to; of both options, the later one counts. */
  public static final OptionSpec<Flag> RDEST = OptionSpec.flag("--rdest");

  private RecentMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "recent", SET, RCHECK, UPDATE, REMOVE, SECONDS, REAP, HITCOUNT, RTTL, NAME, MASK,
                RSOURCE, RDEST)
            .remembering()
            .varying()
            .printed(RecentMatch::print)
            .checked(RecentMatch::check));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    for (OptionSpec<?> spec : List.of(SET, RCHECK, UPDATE, REMOVE, SECONDS, REAP)) {
      given.option(spec).ifPresent(printed::add);
    }
    given.option(HITCOUNT).filter(o -> given.get(HITCOUNT, 0L) > 0).ifPresent(printed::add);
    given.option(RTTL).ifPresent(printed::add);
    printed.add(NAME.saying(given.get(NAME, DEFAULT_NAME)));
    Address all = Address.mask(rule.family(), Address.bits(rule.family()));
    printed.add(given.option(MASK).orElse(MASK.saying(all)));
    printed.add((isByDestination(given) ? RDEST : RSOURCE).saying(Flag.SET));
    return printed;
  }

  private static boolean isByDestination(Options given) {
    boolean byDestination = false;
    for (RuleOption option : given.list()) {
      byDestination =
          option.meaning(RDEST).isPresent() || byDestination && option.meaning(RSOURCE).isEmpty();
    }
    return byDestination;
  }

  // recent_mt_check in net/netfilter/xt_recent.c.
  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(SET, RCHECK, UPDATE, REMOVE)) {
      throw BadRule.missing("match recent needs --set, --rcheck, --update or --remove");
    }
    boolean checks = given.hasAny(RCHECK, UPDATE);
    if (!checks && (given.has(SECONDS) || given.get(HITCOUNT, 0L) > 0)) {
      throw BadRule.at(
          given.has(SECONDS) ? SECONDS : HITCOUNT,
          "--seconds and --hitcount need --rcheck or --update beside them");
    }
  }

  /**
   * Whether the address is in the list; recent_mt in net/netfilter/xt_recent.c. To enter it always
   * succeeds.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    boolean set = given.has(SET);
    Truth entered = Truth.of(!given.isNegated(SET));
    return packet -> set ? entered : packet.unknownEachTime();
  }
}
