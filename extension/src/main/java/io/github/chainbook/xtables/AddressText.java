package io.github.chainbook.xtables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of {@code -s} and {@code -d} as iptables-save prints it: with a prefix length, and
 * with the bits behind the mask cleared.
 */
public final class AddressText {

  private static final Pattern IPV4 =
      Pattern.compile(
          "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}|\\d+\\.\\d+\\.\\d+\\.\\d+))?");
  private static final Pattern IPV6_ALONE = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private AddressText() {}

  /**
   * The address in its printed form; a host name, or what is no address, as it stands.
   *
   * @param written an address, with or without a mask
   */
  public static String canonical(String written) {
    Matcher matcher = IPV4.matcher(written);
    if (matcher.matches()) {
      return canonicalV4(matcher, written);
    }
    return IPV6_ALONE.matcher(written).matches() ? written + "/128" : written;
  }

  private static String canonicalV4(Matcher parts, String written) {
    long address = bits(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
    long mask = mask(parts.group(5));
    if (address < 0 || mask < 0) {
      return written;
    }
    int length = Long.bitCount(mask);
    boolean contiguous = mask == prefix(length);
    return dotted(address & mask) + "/" + (contiguous ? String.valueOf(length) : dotted(mask));
  }

  /** The mask's bits; negative where the text is no mask. */
  private static long mask(String text) {
    if (text == null) {
      return prefix(32);
    }
    if (text.indexOf('.') < 0) {
      int length = Integer.parseInt(text);
      return length > 32 ? -1 : prefix(length);
    }
    String[] bytes = text.split("\\.");
    return bits(bytes[0], bytes[1], bytes[2], bytes[3]);
  }

  private static long prefix(int length) {
    return 0xFFFFFFFFL << (32 - length) & 0xFFFFFFFFL;
  }

  private static long bits(String... bytes) {
    long value = 0;
    for (String text : bytes) {
      if (text.length() > 3 || Integer.parseInt(text) > 255) {
        return -1;
      }
      value = value << 8 | Integer.parseInt(text);
    }
    return value;
  }

  private static String dotted(long bits) {
    return (bits >> 24 & 255)
        + "."
        + (bits >> 16 & 255)
        + "."
        + (bits >> 8 & 255)
        + "."
        + (bits & 255);
  }
}
