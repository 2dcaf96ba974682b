package io.github.chainbook.figure.hook;

import io.github.chainbook.xtables.packet.Hook;
import java.util.Optional;

/** The places that a packet passes in a machine. */
public enum Place {
  /** Where packets come in from others. */
  ARRIVAL("from the network"),
  PREROUTING("PREROUTING"),
  /** For this machine, or for another? */
  ROUTING("routing"),
  INPUT("INPUT"),
  PROCESS("local processes"),
  /** By which interface does it leave? */
  SENDING("routing"),
  OUTPUT("OUTPUT"),
  /** Again, where OUTPUT has changed what routing goes by. */
  REROUTING("routed anew if changed"),
  FORWARD("FORWARD"),
  POSTROUTING("POSTROUTING"),
  /** Where packets leave for others. */
  DEPARTURE("to the network");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  /** What it is called. */
  public String words() {
    return words;
  }

  /** The hook that it is, if it is one. */
  public Optional<Hook> hook() {
    for (Hook hook : Hook.values()) {
      if (hook.name().equals(name())) {
        return Optional.of(hook);
      }
    }
    return Optional.empty();
  }

  /** The place of a hook. */
  static Place of(Hook hook) {
    return valueOf(hook.name());
  }
}
