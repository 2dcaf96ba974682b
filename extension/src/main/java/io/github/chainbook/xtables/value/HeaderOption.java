package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An option in a Hop-by-Hop or Destination Options header of IPv6; iptables-extensions(8), sections
 * hbh and dst.
 *
 * @param type its type
 * @param length how many bytes of data it has; {@link #ANY_LENGTH} for any number
 */
public record HeaderOption(int type, int length) {

  /** Stands for every length. */
  public static final int ANY_LENGTH = 255;

  /** IP6T_OPTS_OPTSNR; linux/netfilter_ipv6/ip6t_opts.h. */
  private static final int MAX_OPTIONS = 16;

  /** A list {@code type[:length],…} of up to 16 options. */
  public static final ValueType<List<HeaderOption>> LIST =
      WordType.of((word, rule) -> list(word), HeaderOption::print);

  private static List<HeaderOption> list(String word) throws BadValue {
    List<HeaderOption> options = new ArrayList<>();
    for (String part : word.split(",", MAX_OPTIONS + 1)) {
      if (options.size() == MAX_OPTIONS) {
        throw new BadValue("expected at most " + MAX_OPTIONS + " options");
      }
      options.add(option(part, options.size() == MAX_OPTIONS - 1));
    }
    return List.copyOf(options);
  }

  private static HeaderOption option(String text, boolean isLastPossible) throws BadValue {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new HeaderOption(number(text), ANY_LENGTH);
    }
    if (isLastPossible) {
      throw new BadValue("expected option number " + MAX_OPTIONS + " to stand without a length");
    }
    int type = number(text.substring(0, colon));
    if (type == 0) {
      throw new BadValue("expected option 0, Pad1, without a length, since it has none");
    }
    return new HeaderOption(type, number(text.substring(colon + 1)));
  }

  // Only the lower eight bits of any number count.
  private static int number(String text) throws BadValue {
    CNumber number = CNumber.anyBase(text, 0);
    if (!number.fits() || number.end() != text.length()) {
      throw BadValue.expected("options as numbers type[:length], with commas", text);
    }
    return (int) number.value() & 0xFF;
  }

  private static String print(List<HeaderOption> options) {
    return options.stream().map(HeaderOption::toString).collect(Collectors.joining(","));
  }

  /** {@code type:length}, or the type alone for any length. */
  @Override
  public String toString() {
    return length == ANY_LENGTH ? String.valueOf(type) : type + ":" + length;
  }
}
