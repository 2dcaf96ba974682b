package io.github.chainbook.figure.hook;

import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Hook;
import java.util.Locale;
import java.util.Optional;

/** The places that a packet passes in a machine. */
public enum Place {
  /** Where packets come in from others. */
  ARRIVAL,
  PREROUTING,
  /** For this machine, or for another? */
  ROUTING,
  INPUT,
  PROCESS,
  /** By which interface does it leave? */
  SENDING,
  OUTPUT,
  /** Again, where OUTPUT has changed what routing goes by. */
  REROUTING,
  FORWARD,
  POSTROUTING,
  /** Where packets leave for others. */
  DEPARTURE;

  /** What it is called. */
  public String words(Messages words) {
    return hook()
        .map(Hook::name)
        .orElseGet(() -> words.text("place." + name().toLowerCase(Locale.ROOT)));
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
