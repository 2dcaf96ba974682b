package io.github.chainbook.topology.capture;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.xtables.value.Address;
import java.util.regex.Pattern;

/** Words of ip(8). */
final class IpText {

  // dev_valid_name of net/core/dev.c: 15 bytes, without blanks, slashes and colons.
  private static final Pattern DEVICE = Pattern.compile("[^\\s/:\\p{Cntrl}]{1,15}");

  // A table has a number, or a name of the files in iproute2/rt_tables.d.
  private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

  private IpText() {}

  /** Whether an interface may be called so. */
  static boolean isDevice(String word) {
    return DEVICE.matcher(word).matches() && !word.equals(".") && !word.equals("..");
  }

  /** Whether a routing table may be called so. */
  static boolean isTable(String word) {
    return TABLE.matcher(word).matches();
  }

  /** Whether this is a number that routing takes: up to 2147483647. */
  static boolean isNumber(String word) {
    return NUMBER.matcher(word).matches() && Long.parseLong(word) <= Integer.MAX_VALUE;
  }

  /** The network that an address is in, without the length if it is one address. */
  static String network(InterfaceAddress address) {
    Address mask = Address.mask(address.address().family(), address.length());
    Address base = address.address().and(mask);
    boolean one = address.length() == Address.bits(base.family());
    return one ? base.toString() : new InterfaceAddress(base, address.length()).toString();
  }
}
