package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;
import java.util.Optional;
import java.util.OptionalInt;

/** What an author says becomes of a packet. It prints itself as it is written. */
public sealed interface Claim {

  /** The verdict. */
  record OfVerdict(Verdict verdict) implements Claim {
    @Override
    public String toString() {
      return verdict.name().replace('_', '-');
    }
  }

  /**
   * That a target translated the packet.
   *
   * @param target the target's name
   * @param address the new address; empty where nothing is said of it
   * @param port the new port; empty where nothing is said of it
   */
  record Translated(String target, Optional<Address> address, OptionalInt port) implements Claim {

    /** Whether the target is for destinations; else it is for sources. */
    boolean ofDestination() {
      return target.equals("REDIRECT") || target.equals("DNAT");
    }

    boolean isBorneOutBy(Endpoint end) {
      return address.map(a -> a.equals(end.address())).orElse(true)
          && (port.isEmpty() || port.getAsInt() == end.port());
    }

    @Override
    public String toString() {
      return address.isEmpty() && port.isEmpty()
          ? target
          : target + " " + written(address, port.orElse(Header.NO_PORT));
    }

    private static String written(Optional<Address> address, int port) {
      return address.isEmpty() ? ":" + port : new Endpoint(address.get(), port).toString();
    }
  }

  /** The mark at the end, as far as the mask goes. */
  record Marked(Mark mark) implements Claim {
    @Override
    public String toString() {
      return "mark " + mark;
    }
  }

  /** Over which interface the packet leaves at the end. */
  record Leaves(String device) implements Claim {
    @Override
    public String toString() {
      return "leaves " + device;
    }
  }

  /** That addresses and ports are as they were. */
  record Unchanged() implements Claim {
    @Override
    public String toString() {
      return "unchanged";
    }
  }

  /** Which rule, or which chain's policy, decided. */
  record By(StepName step) implements Claim {
    @Override
    public String toString() {
      return "by " + step;
    }
  }

  /** Which chain, or which rule, the packet came through. */
  record Through(StepName step) implements Claim {
    @Override
    public String toString() {
      return "through " + step;
    }
  }
}
