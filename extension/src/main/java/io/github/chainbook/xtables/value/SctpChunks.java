package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/**
 * The chunks that {@code --chunk-types} looks for; iptables-extensions(8), section sctp.
 *
 * @param mode how many of them must be there
 * @param everyType whether it looks for all 256 types; then there are no chunks
 * @param chunks the types, each with the flags that it must have; none for {@code NONE}
 */
public record SctpChunks(Mode mode, boolean everyType, Map<SctpChunk, Flags> chunks) {

  /** How many of the chunks a packet must have. */
  public enum Mode {
    /** All of them. */
    ALL,
    /** At least one. */
    ANY,
    /** All of them, and no others. */
    ONLY;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /**
   * Flags of a chunk.
   *
   * @param examined the bits that are looked at
   * @param set those of them that must be set, while the others must not
   */
  public record Flags(int examined, int set) {

    /** No flag is looked at. */
    public static final Flags NONE = new Flags(0, 0);

    Flags and(int bit, boolean isSet) {
      return new Flags(examined | bit, isSet ? set | bit : set);
    }
  }

  /** XT_NUM_SCTP_FLAGS; linux/netfilter/xt_sctp.h. */
  private static final int MAX_WITH_FLAGS = 4;

  private static final EnumSet<Mode> MODES = EnumSet.allOf(Mode.class);
  private static final EnumSet<SctpChunk> TYPES = EnumSet.allOf(SctpChunk.class);

  public SctpChunks {
    Map<SctpChunk, Flags> sorted = new EnumMap<>(SctpChunk.class);
    sorted.putAll(chunks);
    chunks = Collections.unmodifiableMap(sorted);
  }

  /** Two words: {@code all}, {@code any} or {@code only}, and a list {@code type[:flags],…}. */
  public static final ValueType<SctpChunks> TYPE =
      new ValueType<>() {
        @Override
        public int words() {
          return 2;
        }

        @Override
        public SctpChunks read(List<String> words, RuleContext rule) throws BadValue {
          return parse(EnumWords.pickAnyCase(words.get(0), MODES), words.get(1));
        }

        @Override
        public List<Value> print(SctpChunks value) {
          return List.of(Value.of(value.mode.toString()), Value.of(value.list()));
        }
      };

  private static SctpChunks parse(Mode mode, String list) throws BadValue {
    Map<SctpChunk, Flags> chunks = new EnumMap<>(SctpChunk.class);
    boolean everyType = Letters.same(list, "ALL");
    if (everyType || Letters.same(list, "NONE")) {
      return new SctpChunks(mode, everyType, chunks);
    }
    Set<SctpChunk> withFlags = EnumSet.noneOf(SctpChunk.class);
    StringTokenizer parts = new StringTokenizer(list, ",");
    while (parts.hasMoreTokens()) {
      String part = parts.nextToken();
      int colon = part.indexOf(':');
      String name = colon < 0 ? part : part.substring(0, colon);
      SctpChunk chunk = EnumWords.pickAnyCase(name, TYPES);
      String letters = colon < 0 ? "" : part.substring(colon + 1);
      Flags flags = flags(chunk, letters, chunks.getOrDefault(chunk, Flags.NONE));
      chunks.put(chunk, chunk.keepsFlags() ? flags : Flags.NONE);
      if (!letters.isEmpty() && withFlags.add(chunk) && withFlags.size() > MAX_WITH_FLAGS) {
        throw new BadValue("expected flags of at most " + MAX_WITH_FLAGS + " types of chunks");
      }
    }
    return new SctpChunks(mode, false, chunks);
  }

  // A capital letter asks that the flag is set, a small one that it is not.
  private static Flags flags(SctpChunk chunk, String letters, Flags before) throws BadValue {
    Flags flags = before;
    for (char letter : letters.toCharArray()) {
      boolean isSmall = letter >= 'a' && letter <= 'z';
      int place = chunk.letters().indexOf(isSmall ? letter - 'a' + 'A' : letter);
      if (place < 0) {
        String known = chunk.letters().replace("-", "");
        throw BadValue.expected(
            (known.isEmpty() ? "no flags" : "flags of " + known) + " behind " + chunk, letters);
      }
      flags = flags.and(0x80 >> place, letter >= 'A' && letter <= 'Z');
    }
    return flags;
  }

  private String list() {
    if (chunks.isEmpty()) {
      return everyType ? "ALL" : "NONE";
    }
    return chunks.entrySet().stream()
        .map(entry -> entry.getKey() + letters(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String letters(SctpChunk chunk, Flags flags) {
    StringBuilder out = new StringBuilder(flags.examined == 0 ? "" : ":");
    for (int place = 0; place < 8; place++) {
      int bit = 0x80 >> place;
      String letter = chunk.letters().substring(place, place + 1);
      if ((flags.examined & bit) != 0) {
        out.append((flags.set & bit) != 0 ? letter : Letters.small(letter));
      }
    }
    return out.toString();
  }
}
