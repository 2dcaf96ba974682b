package io.github.chainbook.explain;

import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Phrase.Key;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.TcpFlags;
import io.github.chainbook.xtables.value.Tos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What values that are tested or set bit by bit fill the slots of a message with. */
record BitWords(Lists lists) {

  private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
  private static final int ALL_FLAGS = 0x3F;
  private static final int ALL_TOS = 0xFF;

  // Which bits of a mark are meant; the same for a test of them and for setting them.
  void mark(Mark mark, Map<String, Said> slots) {
    int value = mark.value();
    int mask = mark.mask();
    boolean single = Integer.bitCount(mask) == 1;
    String kind;
    if (mask == -1) {
      kind = "whole";
    } else if (mask == 0) {
      kind = value == 0 ? "any" : "flip";
    } else if ((value & ~mask) != 0) {
      kind = "outside";
    } else if (value == mask) {
      kind = single ? "bit" : "bits";
    } else if (value == 0) {
      kind = single ? "clear-bit" : "clear-bits";
    } else {
      kind = "masked";
    }
    slots.put("value", Said.key(kind, Mark.hex(value)));
    slots.put("mask", Said.key(Mark.hex(mask)));
    slots.put("bit", Said.key(String.valueOf(Integer.numberOfTrailingZeros(mask))));
    slots.put("bits", bits(mask));
    slots.put("flips", bits(value));
  }

  private Said bits(int mask) {
    List<List<Phrase>> numbers = new ArrayList<>();
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      if ((mask >>> bit & 1) != 0) {
        int from = bit;
        while (bit + 1 < Integer.SIZE && (mask >>> bit + 1 & 1) != 0) {
          bit++;
        }
        String text = from == bit ? "" + bit : from + (bit == from + 1 ? "," : "–") + bit;
        for (String each : text.split(",")) {
          numbers.add(List.of(new Key(each)));
        }
      }
    }
    return lists.and(numbers);
  }

  void tos(Tos tos, String word, Map<String, Said> slots) {
    int slash = word.indexOf('/');
    boolean outside = (tos.value() & ~tos.mask()) != 0;
    String kind = tos.mask() == ALL_TOS ? "whole" : outside ? "outside" : "masked";
    slots.put("value", Said.key(kind, word.substring(0, slash)));
    slots.put("mask", Said.key(word.substring(slash + 1)));
  }

  void flags(TcpFlags flags, Map<String, Said> slots) {
    int clear = flags.examined() & ~flags.set();
    String kind;
    if (flags.equals(TcpFlags.SYN)) {
      kind = "opening";
    } else if ((flags.set() & ~flags.examined()) != 0) {
      kind = "never";
    } else if (flags.examined() == 0) {
      kind = "any";
    } else if (flags.set() == 0) {
      kind = clear == ALL_FLAGS ? "none_set" : "clear";
    } else {
      kind = clear == 0 ? "set" : "both";
    }
    slots.put("value", Said.kind(kind));
    slots.put("set", names(flags.set()));
    slots.put("clear", names(clear));
    slots.put("examined", names(flags.examined()));
  }

  private Said names(int bits) {
    List<List<Phrase>> names = new ArrayList<>();
    for (int i = 0; i < FLAGS.size(); i++) {
      if ((bits >> i & 1) != 0) {
        names.add(List.of(new Key(FLAGS.get(i))));
      }
    }
    return lists.and(names);
  }
}
