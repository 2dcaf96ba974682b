package io.github.chainbook.figure.walk;

import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import java.util.Map;

/** Says by which interfaces a packet passes a hook. */
public final class Devices {

  private Devices() {}

  /** {@code in eth0 out eth1}; nothing where no interface is known. */
  public static String of(HookPassage passage, Messages words) {
    Map<String, Said> slots = words.slots();
    if (passage.in() != null) {
      slots.put("in", Said.name(passage.in()));
    }
    if (passage.out() != null) {
      slots.put("out", Said.name(passage.out()));
    }
    return Phrase.text(words.say("box.devices", slots));
  }
}
