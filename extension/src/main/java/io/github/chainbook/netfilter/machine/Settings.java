package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import java.util.Map;

/**
 * The settings of sysctl(8) that routing obeys. One that is not given is as the kernel harness sets
 * it: everything is forwarded and taken.
 *
 * @param given by name, such as {@code ipv4.ip_forward} or {@code ipv4.conf.eth0.route_localnet}
 */
record Settings(Map<String, String> given) {

  /** Whether what comes in by an interface may leave again. */
  boolean forwards(Family family, String device) {
    if (family == Family.IPV6) {
      return isOn("ipv6.conf.all.forwarding");
    }
    String own = given.get("ipv4.conf." + device + ".forwarding");
    return own != null
        ? !own.equals("0")
        : isOn("ipv4.ip_forward") && isOn("ipv4.conf.all.forwarding");
  }

  /** Whether 127/8 may be an address of what comes or leaves by an interface. */
  boolean routesLoopback(String device) {
    return isOnForAny("route_localnet", device);
  }

  /** Whether a packet may come in by an interface from an address of this machine. */
  boolean acceptsOwn(String device) {
    return isOnForAny("accept_local", device);
  }

  // IN_DEV_ORCONF: it is on where it is on for all or for the interface.
  private boolean isOnForAny(String name, String device) {
    String all = given.get("ipv4.conf.all." + name);
    String own = given.get("ipv4.conf." + device + "." + name);
    return all == null && own == null
        || all != null && !all.equals("0")
        || own != null && !own.equals("0");
  }

  private boolean isOn(String name) {
    return !"0".equals(given.get(name));
  }
}
