package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code -j CONNMARK}: sets the connection's mark, or copies it from or to the packet;
 * iptables-extensions(8), section CONNMARK.
 */
public final class ConnmarkTarget {

  private static final String[] OPERATIONS = {
    "--set-xmark",
    "--set-mark",
    "--and-mark",
    "--or-mark",
    "--xor-mark",
    "--save-mark",
    "--restore-mark"
  };

  private static final ValueType<Long> BITS = Numbers.between(0, Numbers.MAX_32, Numbers::hex);

  /** A shift by all 32 bits is read, but the kernel refuses it: net/netfilter/xt_connmark.c. */
  private static final int MAX_SHIFT = 31;

  private static final ValueType<Long> SHIFT = Numbers.between(0, MAX_SHIFT + 1);

  /** The connection's mark loses the mask's bits and is XORed with the value. */
  public static final OptionSpec<Mark> SET_XMARK = operation("--set-xmark", Mark.WITH_MASK);

  /** The connection's mark loses the mask's bits and gets those of the value. */
  public static final OptionSpec<Mark> SET_MARK = operation("--set-mark", Mark.TYPE);

  /** The connection's mark keeps these bits alone. */
  public static final OptionSpec<Long> AND_MARK = operation("--and-mark", BITS);

  /** The connection's mark gets these bits. */
  public static final OptionSpec<Long> OR_MARK = operation("--or-mark", BITS);

  /** These bits of the connection's mark are turned over. */
  public static final OptionSpec<Long> XOR_MARK = operation("--xor-mark", BITS);

  /** The connection gets the packet's mark. */
  public static final OptionSpec<Flag> SAVE_MARK =
      OptionSpec.flag("--save-mark").not(others("--save-mark"));

  /** The packet gets the connection's mark. */
  public static final OptionSpec<Flag> RESTORE_MARK =
      OptionSpec.flag("--restore-mark").not(others("--restore-mark"));

  /** Which bits of the packet's mark are copied or replaced. */
  public static final OptionSpec<Long> NFMASK = OptionSpec.of("--nfmask", BITS).not("--mask");

  /** Which bits of the connection's mark are copied or replaced. */
  public static final OptionSpec<Long> CTMASK = OptionSpec.of("--ctmask", BITS).not("--mask");

  /** Short for {@code --nfmask} and {@code --ctmask} of the same bits. */
  public static final OptionSpec<Long> MASK =
      OptionSpec.of("--mask", BITS).not("--nfmask", "--ctmask");

  /** By how many bits the new mark is shifted to the left. */
  public static final OptionSpec<Long> LEFT_SHIFT = OptionSpec.of("--left-shift-mark", SHIFT);

  /** By how many bits the new mark is shifted to the right. */
  public static final OptionSpec<Long> RIGHT_SHIFT = OptionSpec.of("--right-shift-mark", SHIFT);

  private ConnmarkTarget() {}

  private static <T> OptionSpec<T> operation(String name, ValueType<T> type) {
    return OptionSpec.of(name, type).not(others(name));
  }

  private static String[] others(String name) {
    return List.of(OPERATIONS).stream().filter(other -> !other.equals(name)).toArray(String[]::new);
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target(
                "CONNMARK",
                SET_XMARK,
                SET_MARK,
                AND_MARK,
                OR_MARK,
                XOR_MARK,
                SAVE_MARK,
                RESTORE_MARK,
                NFMASK,
                CTMASK,
                MASK,
                LEFT_SHIFT,
                RIGHT_SHIFT)
            .checked(ConnmarkTarget::check)
            .printed((given, rule) -> print(given)));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(SET_XMARK, SET_MARK, AND_MARK, OR_MARK, XOR_MARK, SAVE_MARK, RESTORE_MARK)) {
      throw BadRule.missing("target CONNMARK needs an operation: " + String.join(", ", OPERATIONS));
    }
    OptionSpec<Long> shift = shift(given);
    if (given.get(shift, 0L) > MAX_SHIFT) {
      throw BadRule.value(
          shift, "expected " + Numbers.bounds(0, MAX_SHIFT) + ", found " + (MAX_SHIFT + 1));
    }
  }

  // There is room for one shift: the last one counts.
  private static OptionSpec<Long> shift(Options given) {
    OptionSpec<Long> last = LEFT_SHIFT;
    for (RuleOption option : given.list()) {
      if (option.name().equals(LEFT_SHIFT.name())) {
        last = LEFT_SHIFT;
      } else if (option.name().equals(RIGHT_SHIFT.name())) {
        last = RIGHT_SHIFT;
      }
    }
    return last;
  }

  private static List<RuleOption> print(Options given) {
    List<RuleOption> printed = new ArrayList<>();
    Mark mark = new Mark(0, -1);
    long nfMask = Numbers.MAX_32;
    // A mask replaces that of an operation before it, and is replaced by one behind it.
    for (RuleOption option : given.list()) {
      mark = ConnmarkBits.after(option, mark);
      nfMask = option.meaning(NFMASK).or(() -> option.meaning(MASK)).orElse(nfMask);
    }
    if (given.hasAny(SAVE_MARK, RESTORE_MARK)) {
      printed.add((given.has(SAVE_MARK) ? SAVE_MARK : RESTORE_MARK).saying(Flag.SET));
      printed.add(NFMASK.saying(nfMask));
      printed.add(CTMASK.saying(Integer.toUnsignedLong(mark.mask())));
    } else {
      printed.add(SET_XMARK.saying(mark));
    }
    given.option(shift(given)).filter(option -> !option.word().equals("0")).ifPresent(printed::add);
    return printed;
  }

  /** Changes the mark of the connection or the packet; net/netfilter/xt_connmark.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    return new ConnmarkAction(given);
  }
}
