package io.github.chainbook.explain;

import io.github.chainbook.explain.Phrase.Code;
import io.github.chainbook.explain.Phrase.Key;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.InterfaceName;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.PacketRate;
import io.github.chainbook.xtables.value.Probability;
import io.github.chainbook.xtables.value.TcpFlags;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an option's values fill the slots of its message with.
 *
 * <ul>
 *   <li>{@code value}: its first word, a list joined with or; {@code all}: the same joined with
 *       and; {@code text}: as it stands; {@code code}: the same, as a piece of the rule;
 *   <li>{@code second}, {@code sides}: its second word, whole and joined with or;
 *   <li>what its meaning has beside: {@code bit}, {@code mask}, {@code n}, {@code set}, {@code
 *       clear}, {@code count}, {@code unit}.
 * </ul>
 *
 * A word of a list that has a message {@code word.KEY.WORD} is said so.
 */
record ValueWords(Messages messages, Lists lists) {

  /** The greatest n of which "one in n" is said. */
  private static final int MAX_RATIO = 1000;

  private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
  private static final int ALL_FLAGS = 0x3F;

  /** The slots that any option may have; {@link #slots} fills more for some meanings. */
  Map<String, Said> slots(String key, RuleOption option) {
    Map<String, Said> slots = new LinkedHashMap<>();
    List<String> words = option.words();
    if (words.isEmpty()) {
      return slots;
    }
    String text = String.join(" ", words);
    slots.put("text", text.isEmpty() ? Said.key("empty", "") : Said.key(text));
    slots.put("code", new Said(text, List.of(new Code(text))));
    String first = words.get(0);
    slots.put("value", list(key, first, false));
    slots.put("all", list(key, first, true));
    if (words.size() > 1) {
      slots.put("second", Said.key(words.get(1)));
      slots.put("sides", list(key, words.get(1), false));
    }
    meaning(option.meaning(), first, slots);
    return slots;
  }

  private Said list(String key, String word, boolean all) {
    List<List<Phrase>> items = new ArrayList<>();
    String[] parts = word.split(",", -1);
    for (String part : parts) {
      items.add(item(key, part));
    }
    if (word.isEmpty()) {
      return Said.key("empty", "");
    }
    if (parts.length == 1) {
      return new Said(rangeOr(word), items.get(0));
    }
    return all ? lists.and(items) : lists.or(items);
  }

  private List<Phrase> item(String key, String word) {
    Optional<Message> own = messages.message("word." + key + "." + word);
    return own.isPresent() ? own.get().fill(Map.of()) : List.of(new Key(range(word)));
  }

  private static boolean isRange(String word) {
    return word.matches("(0x)?[0-9a-fA-F]+[:-](0x)?[0-9a-fA-F]+|[0-9.]+-[0-9.]+");
  }

  private static String rangeOr(String word) {
    return isRange(word) ? "range" : word;
  }

  private static String range(String word) {
    return isRange(word) ? word.replaceFirst("[:-]", "–") : word;
  }

  private void meaning(Object meaning, String word, Map<String, Said> slots) {
    if (meaning instanceof Mark mark) {
      mark(mark, slots);
    } else if (meaning instanceof Network network) {
      slots.put("value", network(network));
    } else if (meaning instanceof InterfaceName name) {
      String kind = name.isAny() ? "any" : name.prefix() ? "prefix" : "one";
      slots.put("value", Said.key(kind, name.name()));
    } else if (meaning instanceof Probability probability) {
      probability(probability, slots);
    } else if (meaning instanceof PacketRate rate) {
      slots.put("value", rate(rate));
    } else if (meaning instanceof TcpFlags flags) {
      flags(flags, slots);
    } else if (meaning instanceof LocalTime time) {
      slots.put("value", Said.key(time.equals(LocalTime.MIN) ? "midnight" : "time", time(word)));
    } else if (meaning instanceof LocalDateTime) {
      boolean last = meaning.equals(io.github.chainbook.xtables.value.ClockTime.END);
      slots.put("value", Said.key(last ? "end" : "time", word.replace('T', ' ')));
    }
  }

  private static String time(String word) {
    return word.endsWith(":00") ? word.substring(0, word.length() - 3) : word;
  }

  private static Said network(Network network) {
    if (network.mask().isZero()) {
      return Said.key("any", network.toString());
    }
    int bits = network.mask().prefixLength();
    boolean host =
        bits == (network.address().family() == io.github.chainbook.xtables.Family.IPV4 ? 32 : 128);
    return Said.key(
        host ? "host" : "network", host ? network.address().toString() : network.toString());
  }

  // Which bits of a mark are meant; the same for a test of them and for setting them.
  private void mark(Mark mark, Map<String, Said> slots) {
    int value = mark.value();
    int mask = mark.mask();
    boolean single = Integer.bitCount(mask) == 1;
    String kind;
    if (mask == -1) {
      kind = "whole";
    } else if (mask == 0) {
      kind = value == 0 ? "any" : "outside";
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

  private void probability(Probability probability, Map<String, Said> slots) {
    double p = probability.value();
    long n = p > 0 ? Math.round(1 / p) : 0;
    boolean ratio = n >= 2 && n <= MAX_RATIO && Math.abs(p * n - 1) < 1e-6;
    String kind = p == 0 ? "never" : p == 1 ? "always" : ratio ? "ratio" : "percent";
    String percent =
        new java.math.BigDecimal(p * 100)
            .round(new java.math.MathContext(6))
            .stripTrailingZeros()
            .toPlainString();
    slots.put("value", Said.key(kind, percent));
    slots.put("n", number(n));
  }

  private Said number(long n) {
    String text = String.valueOf(n);
    return messages
        .message("number." + n)
        .map(message -> new Said(text, message.fill(Map.of())))
        .orElseGet(() -> Said.key(text));
  }

  private Said rate(PacketRate rate) {
    String count = String.valueOf(rate.printedCount());
    Map<String, Said> slots = new LinkedHashMap<>();
    slots.put("count", Said.key(count));
    slots.put("unit", Said.kind(rate.printedUnit().toString()));
    return new Said("rate", messages.say("value.rate", slots));
  }

  private void flags(TcpFlags flags, Map<String, Said> slots) {
    int clear = flags.examined() & ~flags.set();
    String kind;
    if (flags.equals(TcpFlags.SYN)) {
      kind = "opening";
    } else if ((flags.set() & ~flags.examined()) != 0) {
      kind = "never";
    } else if (flags.examined() == 0) {
      kind = "any";
    } else if (flags.set() == 0) {
      kind = clear == ALL_FLAGS ? "none-set" : "clear";
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
