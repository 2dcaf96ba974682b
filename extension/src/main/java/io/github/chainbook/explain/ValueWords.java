package io.github.chainbook.explain;

import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Message;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Phrase.Code;
import io.github.chainbook.words.Phrase.Key;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.ByteRate;
import io.github.chainbook.xtables.value.ClockTime;
import io.github.chainbook.xtables.value.InterfaceName;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.NatRange;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.PacketRate;
import io.github.chainbook.xtables.value.PortList;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.Probability;
import io.github.chainbook.xtables.value.SetReference;
import io.github.chainbook.xtables.value.TcpFlags;
import io.github.chainbook.xtables.value.Tos;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an option's values fill the slots of its message with.
 *
 * <ul>
 *   <li>{@code value}: its first word, a list joined with or; {@code all}: the same joined with
 *       and; {@code text}: as it stands; {@code code}: the same, as a piece of the rule;
 *   <li>{@code second}, {@code sides}: its second word, as it stands and joined with or;
 *   <li>{@code name}: the words that the language has for its first word, if it has any; {@code n}:
 *       the same for a number; {@code quantity}: a number and its unit, apart;
 *   <li>what its meaning has beside: {@code bit}, {@code bits}, {@code mask}, {@code flips}, {@code
 *       set}, {@code clear}.
 * </ul>
 *
 * A word of a list that has a message {@code word.KEY.WORD} is said so.
 */
record ValueWords(Messages messages, Lists lists) {

  /** The greatest n of which "one in n" is said. */
  private static final int MAX_RATIO = 10_000;

  /** A probability is kept in so many steps; {@code xt_statistic.c}. */
  private static final double STEP = 1.0 / (1L << 31);

  private static final Pattern RANGE =
      Pattern.compile(
          "(0x)?\\p{XDigit}+[:-](0x)?\\p{XDigit}+|[0-9.]+-[0-9.]+|[0-9a-f:]+-[0-9a-f:.]+");

  private static final Pattern SMALL = Pattern.compile("[0-9]{1,2}");

  private static final Pattern QUANTITY = Pattern.compile("(\\d+)(\\.0)?(\\.\\d)?([A-Za-z]+)");

  /** The slots that any option may have; {@link #meaning} fills more. */
  Map<String, Said> slots(String key, RuleOption option) {
    Map<String, Said> slots = new LinkedHashMap<>();
    List<String> words = option.words();
    if (words.isEmpty()) {
      return slots;
    }
    String text = String.join(" ", words);
    // A name may look like a range, or like a word that messages choose by.
    Object meaning = option.meaning();
    boolean name = meaning instanceof String || meaning instanceof SetReference;
    String kind = text.isEmpty() ? "empty" : name ? Said.NAME : text;
    slots.put("text", Said.key(kind, text));
    slots.put("code", new Said(kind, List.of(new Code(text))));
    String first = words.get(0);
    List<List<Phrase>> items = items(key, first, !name);
    slots.put("value", joined(first, items, !name, false));
    slots.put("all", items.size() > 1 ? joined(first, items, !name, true) : slots.get("value"));
    if (words.size() > 1) {
      slots.put("second", Said.key(words.get(1).contains(",") ? "list" : "one", words.get(1)));
      slots.put("sides", joined(words.get(1), items(key, words.get(1), false), false, false));
    }
    messages
        .message(messages.group(key) + first)
        .ifPresent(own -> slots.put("name", new Said("named", own.fill(Map.of()))));
    Matcher quantity = QUANTITY.matcher(first);
    if (quantity.matches()) {
      String number = quantity.group(1) + Objects.toString(quantity.group(3), "");
      slots.put("quantity", Said.key(number + " " + quantity.group(4)));
    }
    meaning(meaning, first, slots);
    return slots;
  }

  private List<List<Phrase>> items(String key, String word, boolean ranges) {
    String group = messages.group(key);
    List<List<Phrase>> items = new ArrayList<>();
    for (String part : word.split(",", -1)) {
      Optional<Message> own = messages.message(group + part);
      String text = ranges && isRange(part) ? range(part) : part;
      items.add(own.isPresent() ? own.get().fill(Map.of()) : List.of(new Key(text)));
    }
    return items;
  }

  private Said joined(String word, List<List<Phrase>> items, boolean ranges, boolean all) {
    if (word.isEmpty()) {
      return Said.key("empty", "");
    }
    if (items.size() == 1) {
      String kind = !ranges ? Said.NAME : isRange(word) ? "range" : word;
      return new Said(kind, items.get(0));
    }
    return all ? lists.and(items) : lists.or(items);
  }

  private static boolean isRange(String word) {
    return RANGE.matcher(word).matches();
  }

  private static String range(String word) {
    return word.replaceFirst(word.indexOf('-') < 0 ? ":" : "-", "–");
  }

  private void meaning(Object meaning, String word, Map<String, Said> slots) {
    if (meaning instanceof Mark mark) {
      new BitWords(lists).mark(mark, slots);
    } else if (meaning instanceof Network network) {
      slots.put("value", network(network));
    } else if (meaning instanceof InterfaceName name) {
      String kind = name.isAny() ? "any" : name.prefix() ? "prefix" : "one";
      slots.put("value", Said.key(kind, name.name()));
    } else if (isEveryPort(meaning)) {
      slots.put("value", Said.key("any", word));
    } else if (meaning instanceof Probability probability) {
      probability(probability, slots);
    } else if (meaning instanceof PacketRate rate) {
      slots.put("value", rate(rate));
    } else if (meaning instanceof TcpFlags flags) {
      new BitWords(lists).flags(flags, slots);
    } else if (meaning instanceof Tos tos) {
      new BitWords(lists).tos(tos, word, slots);
    } else if (meaning instanceof ByteRate) {
      slots.put("value", byteRate(word));
    } else if (meaning instanceof NatRange range && range.addresses().isEmpty()) {
      slots.put("value", Said.key("port", word.substring(1)));
    } else if (meaning instanceof LocalTime time) {
      slots.put("value", Said.key(time.equals(LocalTime.MIN) ? "midnight" : "time", time(word)));
    } else if (meaning instanceof LocalDateTime) {
      boolean last = meaning.equals(ClockTime.END);
      slots.put("value", Said.key(last ? "end" : "time", word.replace('T', ' ')));
    } else if (SMALL.matcher(word).matches()) {
      slots.put("n", number(Long.parseLong(word)));
    } else if (!slots.containsKey("n")) {
      slots.put("n", slots.get("value"));
    }
  }

  private static boolean isEveryPort(Object meaning) {
    return PortRange.ALL.equals(meaning)
        || meaning instanceof PortList list && list.ranges().equals(List.of(PortRange.ALL));
  }

  private static String time(String word) {
    return word.endsWith(":00") ? word.substring(0, word.length() - 3) : word;
  }

  private static Said network(Network network) {
    if (network.mask().isZero()) {
      return Said.key("any", network.toString());
    }
    int bits = network.mask().prefixLength();
    boolean host = bits == (network.address().family() == Family.IPV4 ? 32 : 128);
    return Said.key(
        host ? "host" : "network", host ? network.address().toString() : network.toString());
  }

  private void probability(Probability probability, Map<String, Said> slots) {
    double p = probability.value();
    long n = p > 0 ? Math.round(1 / p) : 0;
    boolean ratio = n >= 2 && n <= MAX_RATIO && Math.abs(p - 1.0 / n) < STEP;
    String kind = p == 0 ? "never" : p == 1 ? "always" : ratio ? "ratio" : "percent";
    // What is nearly always or never must not be rounded to that.
    RoundingMode mode = p > 1.0 / 2 ? RoundingMode.DOWN : RoundingMode.HALF_UP;
    String percent =
        new BigDecimal(p * 100)
            .round(new MathContext(6, mode))
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
    Map<String, Said> slots = new LinkedHashMap<>();
    slots.put("number", Said.key(String.valueOf(rate.printedCount())));
    slots.put("unit", Said.kind(rate.printedUnit().toString()));
    return new Said("rate", messages.say("value.rate", slots));
  }

  // ByteRate prints a number and b/s, kb/s or mb/s.
  private Said byteRate(String word) {
    int unit = word.length() - word.replaceFirst("^\\d+", "").length();
    Map<String, Said> slots = new LinkedHashMap<>();
    slots.put("number", Said.key(word.substring(0, unit)));
    slots.put("unit", Said.kind(word.substring(unit, word.indexOf('/'))));
    return new Said("rate", messages.say("value.byte-rate", slots));
  }
}
