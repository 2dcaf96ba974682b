package io.github.chainbook.cli;

import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code env} of a case. */
final class EnvironmentJson {

  private EnvironmentJson() {}

  /**
   * Reads an environment.
   *
   * @throws Fields.Bad where it is none
   */
  static Environment read(Fields env) throws Fields.Bad {
    Map<String, List<InterfaceAddress>> addresses = new LinkedHashMap<>();
    Fields given = env.object("addrs");
    for (String name : given.names()) {
      List<InterfaceAddress> list = new ArrayList<>();
      for (Object text : given.list(name)) {
        list.add(
            InterfaceAddress.parse(text.toString())
                .orElseThrow(() -> new Fields.Bad("addrs: '" + text + "' is no address")));
      }
      addresses.put(name, list);
    }
    List<Listener> listeners = new ArrayList<>();
    for (Object text : env.list("listen")) {
      listeners.add(
          Listener.parse(text.toString())
              .orElseThrow(() -> new Fields.Bad("listen: '" + text + "' is no listener")));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    Fields sysctl = env.object("sysctl");
    for (String name : sysctl.names()) {
      settings.put(name, String.valueOf(sysctl.get(name)));
    }
    String routing = env.text("routing").orElse("spec");
    if (!routing.equals("spec") && !routing.equals("env")) {
      throw new Fields.Bad("routing must be spec or env");
    }
    return new Environment(
        routing.equals("env") ? Environment.Mode.ROUTES : Environment.Mode.PATH,
        true,
        addresses,
        texts(env.list("routes")),
        texts(env.list("ip")),
        Optional.of(listeners),
        settings);
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }
}
