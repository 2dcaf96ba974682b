package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.SetReference;
import java.util.ArrayList;
import java.util.List;

/** {@code -m set}: is it in a set of ipset? iptables-extensions(8), section set. */
public final class SetMatch {

  /** The set, and what of the packet is looked up in it. */
  public static final OptionSpec<SetReference> MATCH_SET =
      OptionSpec.of("--match-set", SetReference.TYPE).alias("--set").orNot().needed();

  /** That an entry marked {@code nomatch} is what is looked for. */
  public static final OptionSpec<Flag> RETURN_NOMATCH =
      OptionSpec.flag("--return-nomatch").repeated();

  /** That the entry counts the packet, which it does anyway; with {@code !} that it does not. */
  public static final OptionSpec<Flag> UPDATE_COUNTERS =
      OptionSpec.flag("--update-counters").orNot().repeated();

  /** The same for the entry of a set in a list of sets. */
  public static final OptionSpec<Flag> UPDATE_SUBCOUNTERS =
      OptionSpec.flag("--update-subcounters").orNot().repeated();

  /** How many packets the entry has counted. */
  public static final OptionSpec<Long> PACKETS_EQ =
      counter("--packets-eq").orNot().not("--packets-lt", "--packets-gt");

  /** The number of packets that the entry has not yet counted. */
  public static final OptionSpec<Long> PACKETS_LT =
      counter("--packets-lt").not("--packets-eq", "--packets-gt");

  /** The number of packets of which the entry has counted more. */
  public static final OptionSpec<Long> PACKETS_GT =
      counter("--packets-gt").not("--packets-eq", "--packets-lt");

  /** How many bytes the entry has counted. */
  public static final OptionSpec<Long> BYTES_EQ =
      counter("--bytes-eq").orNot().not("--bytes-lt", "--bytes-gt");

  /** The number of bytes that the entry has not yet counted. */
  public static final OptionSpec<Long> BYTES_LT =
      counter("--bytes-lt").not("--bytes-eq", "--bytes-gt");

  /** The number of bytes of which the entry has counted more. */
  public static final OptionSpec<Long> BYTES_GT =
      counter("--bytes-gt").not("--bytes-eq", "--bytes-lt");

  private static final List<OptionSpec<Long>> COUNTERS =
      List.of(PACKETS_EQ, PACKETS_LT, PACKETS_GT, BYTES_EQ, BYTES_LT, BYTES_GT);

  private SetMatch() {}

  private static OptionSpec<Long> counter(String name) {
    return OptionSpec.of(name, Numbers.between(0, Numbers.MAX_64));
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "set",
                MATCH_SET,
                RETURN_NOMATCH,
                UPDATE_COUNTERS,
                UPDATE_SUBCOUNTERS,
                PACKETS_EQ,
                PACKETS_LT,
                PACKETS_GT,
                BYTES_EQ,
                BYTES_LT,
                BYTES_GT)
            .remembering()
            .printed(SetMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given.option(MATCH_SET).ifPresent(printed::add);
    given.option(RETURN_NOMATCH).ifPresent(printed::add);
    addNegated(given, UPDATE_COUNTERS, printed);
    addNegated(given, UPDATE_SUBCOUNTERS, printed);
    COUNTERS.forEach(spec -> given.option(spec).ifPresent(printed::add));
    return printed;
  }

  // Counting is what happens without the option too, so that only its negation prints.
  private static void addNegated(Options given, OptionSpec<Flag> spec, List<RuleOption> printed) {
    given.all(spec).stream().filter(RuleOption::negated).findFirst().ifPresent(printed::add);
  }

  /** Whether the set has it; set_match_v4 in net/netfilter/xt_set.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    SetReference reference = given.get(MATCH_SET).orElseThrow();
    boolean negated = given.isNegated(MATCH_SET);
    boolean nomatch = given.has(RETURN_NOMATCH);
    // How often an entry has counted is not known.
    boolean counts = COUNTERS.stream().anyMatch(given::has);
    return packet -> {
      SetView set = packet.machine().set(reference.name()).orElse(null);
      Truth has = set == null ? Truth.UNKNOWN : set.contains(packet, reference.sides(), nomatch);
      boolean open = counts && has != Truth.NO && set != null && set.mayCount();
      return (open ? Truth.UNKNOWN : has).not(negated);
    };
  }
}
