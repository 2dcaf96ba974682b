package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.ConntrackStatus;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -m connbytes}: how much a connection has carried so far; iptables-extensions(8), section
 * connbytes.
 */
public final class ConnbytesMatch {

  /** What is counted. */
  public enum Mode {
    /** Packets. */
    PACKETS,
    /** Bytes. */
    BYTES,
    /** Bytes a packet. */
    AVGPKT;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /** Whose packets are counted. */
  public enum Direction {
    /** Those of who opened the connection. */
    ORIGINAL,
    /** Those of who answers. */
    REPLY,
    /** Those of both. */
    BOTH;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  private static final ValueType<NumberRange> AMOUNT =
      WordType.of((word, rule) -> amount(word), ConnbytesMatch::print);

  /** How many packets or bytes, from and to. */
  public static final OptionSpec<NumberRange> CONNBYTES =
      OptionSpec.of("--connbytes", AMOUNT).orNot().needed();

  /** What is counted. */
  public static final OptionSpec<Mode> MODE =
      OptionSpec.of("--connbytes-mode", EnumWords.exact(Mode.class)).needed();

  /** Whose packets are counted. */
  public static final OptionSpec<Direction> DIR =
      OptionSpec.of("--connbytes-dir", EnumWords.exact(Direction.class)).needed();

  private ConnbytesMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("connbytes", CONNBYTES, MODE, DIR).printed(ConnbytesMatch::print));
  }

  // Here a number alone is a lower bound.
  private static NumberRange amount(String word) throws BadValue {
    NumberRange range = NumberRange.parse(word, Numbers.MAX_64);
    if (word.indexOf(':') < 0) {
      return new NumberRange(range.low(), Numbers.MAX_64);
    }
    if (Long.compareUnsigned(range.low(), range.high()) > 0) {
      throw BadValue.expected("a range whose first number is not above its last", word);
    }
    return range;
  }

  // Neither an upper bound of 0 nor the greatest one is printed: libxt_connbytes.c.
  private static String print(NumberRange range) {
    boolean bounded = range.high() != 0 && range.high() != Numbers.MAX_64;
    String low = Long.toUnsignedString(range.low());
    return bounded ? low + ":" + Long.toUnsignedString(range.high()) : low;
  }

  // The kernel knows a negated range by its ends in the wrong order, so one number cannot be.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    RuleOption amount = given.option(CONNBYTES).orElseThrow();
    NumberRange range = given.get(CONNBYTES).orElseThrow();
    boolean negated = amount.negated() && range.low() != range.high();
    return List.of(
        CONNBYTES.saying(range, negated),
        given.option(MODE).orElseThrow(),
        given.option(DIR).orElseThrow());
  }

  /**
   * Whether its connection has carried so much; connbytes_mt in net/netfilter/xt_connbytes.c. Only
   * of a connection's first packet is that known: it has been counted already.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    NumberRange range = given.get(CONNBYTES).orElseThrow();
    boolean negated = given.isNegated(CONNBYTES) && range.low() != range.high();
    boolean replies = given.get(DIR).orElseThrow() == Direction.REPLY;
    boolean packets = given.get(MODE).orElseThrow() == Mode.PACKETS;
    return packet -> {
      ConnectionView connection = packet.connection();
      if (connection == null || connection.protocol() == 0) {
        return Truth.NO;
      }
      boolean unanswered =
          packet.state() == ConntrackState.NEW
              && !packet.isReply()
              && packet.machine().isComplete();
      // Later packets are NEW as well where nobody has answered yet.
      boolean first =
          connection.has(ConntrackStatus.CONFIRMED) == Truth.NO
              || "lo".equals(packet.inInterface());
      boolean told = replies || first && (packets || connection.firstLength() >= 0);
      if (unanswered && told) {
        long amount = replies ? 0 : packets ? 1 : connection.firstLength();
        return Truth.of(Numbers.fits(amount, range.low(), range.high()) != negated);
      }
      boolean two = unanswered && packets && !replies;
      return two ? atLeastTwo(range).not(negated) : Truth.UNKNOWN;
    };
  }

  private static Truth atLeastTwo(NumberRange range) {
    if (Long.compareUnsigned(range.high(), 2) < 0) {
      return Truth.NO;
    }
    boolean open = range.high() == Numbers.MAX_64;
    return open && Long.compareUnsigned(range.low(), 2) <= 0 ? Truth.YES : Truth.UNKNOWN;
  }
}
