package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what attributes say of the machine that loads the rules. */
public final class EnvironmentText {

  private EnvironmentText() {}

  /**
   * The machine; what cannot be read is left out.
   *
   * @param addresses {@code eth0=10.0.0.5/24,eth0=2001:db8::5/64}; an address without an interface
   *     is one more of the interface before it
   * @param listeners {@code tcp:15006,udp:1.2.3.4@53}; empty where nothing is said of them
   * @param problems gets what is wrong
   */
  public static Environment read(
      Optional<String> addresses, Optional<String> listeners, Consumer<String> problems) {
    Map<String, List<InterfaceAddress>> interfaces = new LinkedHashMap<>();
    addresses.ifPresent(text -> addresses(text, interfaces, problems));
    return new Environment(
        Environment.Mode.PATH,
        false,
        interfaces,
        List.of(),
        List.of(),
        listeners.map(text -> listeners(text, problems)),
        Map.of());
  }

  private static void addresses(
      String text, Map<String, List<InterfaceAddress>> to, Consumer<String> problems) {
    String device = null;
    for (String part : text.split(",")) {
      String entry = part.strip();
      int equals = entry.indexOf('=');
      device = equals < 0 ? device : entry.substring(0, equals).strip();
      Optional<InterfaceAddress> address =
          InterfaceAddress.parse(entry.substring(equals + 1).strip());
      if (device == null || device.isEmpty() || address.isEmpty()) {
        problems.accept("expected addrs such as eth0=10.0.0.5/24, found '" + entry + "'");
      } else {
        to.computeIfAbsent(device, name -> new ArrayList<>()).add(address.get());
      }
    }
  }

  private static List<Listener> listeners(String text, Consumer<String> problems) {
    List<Listener> listeners = new ArrayList<>();
    for (String part : text.split(",")) {
      Optional<Listener> listener = Listener.parse(part.strip());
      listener.ifPresentOrElse(
          listeners::add,
          () -> problems.accept("expected listen such as tcp:15006, found '" + part.strip() + "'"));
    }
    return listeners;
  }
}
