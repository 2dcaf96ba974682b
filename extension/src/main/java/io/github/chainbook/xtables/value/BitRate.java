package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Map;

/**
 * A rate of data as {@code libxt_rateest.c} of iptables 1.8.9 keeps it.
 *
 * @param bytesPerSecond bytes a second, of 32 bits
 */
public record BitRate(long bytesPerSecond) {

  /** Nothing. */
  public static final BitRate ZERO = new BitRate(0);

  private static final double BITS_PER_BYTE = 8;

  // How many bits a second, by the unit in small letters.
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("bit", 1.0),
          Map.entry("kbit", 1e3),
          Map.entry("mbit", 1e6),
          Map.entry("gbit", 1e9),
          Map.entry("tbit", 1e12),
          Map.entry("kibit", 0x1p10),
          Map.entry("mibit", 0x1p20),
          Map.entry("gibit", 0x1p30),
          Map.entry("tibit", 0x1p40),
          Map.entry("bps", BITS_PER_BYTE),
          Map.entry("kbps", BITS_PER_BYTE * 1e3),
          Map.entry("mbps", BITS_PER_BYTE * 1e6),
          Map.entry("gbps", BITS_PER_BYTE * 1e9),
          Map.entry("tbps", BITS_PER_BYTE * 1e12),
          Map.entry("kibps", BITS_PER_BYTE * 0x1p10),
          Map.entry("mibps", BITS_PER_BYTE * 0x1p20),
          Map.entry("gibps", BITS_PER_BYTE * 0x1p30),
          Map.entry("tibps", BITS_PER_BYTE * 0x1p40));

  /** A number with a unit such as {@code 5kbit} or {@code 1.5MBps}; without one, of bits. */
  public static final ValueType<BitRate> TYPE =
      WordType.of((word, rule) -> parse(word), BitRate::toString);

  private static BitRate parse(String word) throws BadValue {
    double bits = LooseDecimal.withUnit(word, UNITS, "a rate such as 8000bit, 5kbit or 1MBps");
    return new BitRate(LooseDecimal.toUnsigned32(bits / BITS_PER_BYTE));
  }

  /** In bits, in thousands of them from a million on, or in millions from a thousand million on. */
  @Override
  public String toString() {
    double bits = bytesPerSecond * BITS_PER_BYTE;
    if (bits >= 1e9) {
      return LooseDecimal.fixed(bits / 1e6, 0) + "Mbit";
    }
    return bits >= 1e6
        ? LooseDecimal.fixed(bits / 1e3, 0) + "Kbit"
        : LooseDecimal.fixed(bits, 0) + "bit";
  }
}
