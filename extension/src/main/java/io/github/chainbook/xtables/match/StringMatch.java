package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.BytePattern;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code -m string}: bytes somewhere in the packet; iptables-extensions(8), section string. */
public final class StringMatch {

  private static final long MAX_OFFSET = 65535;

  /** How to search. */
  public enum Algorithm {
    /** As Boyer and Moore do. */
    BM,
    /** As Knuth, Morris and Pratt do, which also finds what spans two buffers. */
    KMP;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /** The text to look for. */
  public static final OptionSpec<BytePattern> STRING =
      OptionSpec.of("--string", BytePattern.TEXT).orNot().not("--hex-string");

  /** The bytes to look for; saved as {@code --string} where they are all text. */
  public static final OptionSpec<BytePattern> HEX_STRING =
      OptionSpec.of("--hex-string", BytePattern.HEX).orNot();

  /** How to search. */
  public static final OptionSpec<Algorithm> ALGORITHM =
      OptionSpec.of("--algo", EnumWords.exact(Algorithm.class)).needed();

  /** Where to begin, in bytes from the IP header on. */
  public static final OptionSpec<Long> FROM =
      OptionSpec.of("--from", Numbers.between(0, MAX_OFFSET));

  /** Where to end, in bytes from the IP header on. */
  public static final OptionSpec<Long> TO = OptionSpec.of("--to", Numbers.between(0, MAX_OFFSET));

  /** That the case of letters does not count. */
  public static final OptionSpec<Flag> IGNORE_CASE = OptionSpec.flag("--icase");

  private StringMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("string", STRING, HEX_STRING, ALGORITHM, FROM, TO, IGNORE_CASE)
            .checked(StringMatch::check)
            .printed(StringMatch::print));
  }

  /** The bytes to look for, whichever option gives them. */
  public static Optional<BytePattern> pattern(Options given) {
    return given.get(STRING).or(() -> given.get(HEX_STRING));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(STRING, HEX_STRING)) {
      throw BadRule.missing("match string needs --string or --hex-string");
    }
    if (given.get(FROM, 0L) > given.get(TO, MAX_OFFSET)) {
      throw BadRule.value(FROM, "expected --from not to be above --to");
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    boolean negated = given.isNegated(STRING) || given.isNegated(HEX_STRING);
    pattern(given)
        .map(it -> (it.isText() ? STRING : HEX_STRING).saying(it, negated))
        .ifPresent(printed::add);
    given.option(ALGORITHM).ifPresent(printed::add);
    Ranges.add(given, FROM, 0L, printed);
    Ranges.add(given, TO, MAX_OFFSET, printed);
    given.option(IGNORE_CASE).ifPresent(printed::add);
    return printed;
  }

  /** Whether the bytes are there; string_mt in net/netfilter/xt_string.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    boolean negated = given.isNegated(STRING) || given.isNegated(HEX_STRING);
    PacketTest search =
        new StringSearch(
            pattern(given).orElseThrow().toBytes(),
            (int) (long) given.get(FROM, 0L),
            (int) (long) given.get(TO, MAX_OFFSET),
            given.has(IGNORE_CASE));
    return packet -> search.test(packet).not(negated);
  }
}
