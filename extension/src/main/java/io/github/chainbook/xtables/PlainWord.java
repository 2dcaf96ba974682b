package io.github.chainbook.xtables;

/**
 * Words as most dumps have them behind an option, told by their letters alone. Of two words of one
 * kind iptables takes either or neither, whatever else the rule says; it prints both or leaves both
 * out, and the rule may be reached from the same hooks. So where one of them was read in a rule,
 * the other need not be read to know that the rule is right.
 */
public enum PlainWord {
  /** Nothing is known of any word. */
  NONE {
    @Override
    public int kind(byte[] line, int from, int to) {
      return 0;
    }
  },
  /** Any text. */
  TEXT {
    @Override
    public int kind(byte[] line, int from, int to) {
      return 1;
    }
  },
  /** A name of letters, digits, dashes and underscores. */
  NAME {
    @Override
    public int kind(byte[] line, int from, int to) {
      return kindIf(isName(line, from, to));
    }
  },
  /** The name of an interface, or the beginning of names. */
  INTERFACE {
    @Override
    public int kind(byte[] line, int from, int to) {
      return kindIf(isInterface(line, from, to));
    }
  },
  /** The number of a port. */
  PORT {
    @Override
    public int kind(byte[] line, int from, int to) {
      return kindIf(behindNumber(line, from, to, MAX_PORT) == to);
    }
  },
  /** A number below 1 with a point. */
  PROBABILITY {
    @Override
    public int kind(byte[] line, int from, int to) {
      return kindIf(isFraction(line, from, to));
    }
  },
  /** An Ethernet address. */
  MAC {
    @Override
    public int kind(byte[] line, int from, int to) {
      return kindIf(isMac(line, from, to));
    }
  },
  /** An address with the length of a mask that is not empty. */
  NETWORK {
    @Override
    public int kind(byte[] line, int from, int to) {
      return network(line, from, to);
    }
  },
  /** An address for NAT, or one with a port. */
  NAT_RANGE {
    @Override
    public int kind(byte[] line, int from, int to) {
      return natRange(line, from, to);
    }
  };

  /** The number of the last kind. */
  public static final int LAST_KIND = 4;

  private static final int INTERFACE_LENGTH = 15;
  private static final int DECIMALS = 11;
  private static final int MAC_LENGTH = 17;
  private static final int MAX_PORT = 65535;

  /**
   * Of which kind a word is: a number from 1 to {@link #LAST_KIND}; 0 where it must be read.
   *
   * @param line printable ASCII, without quotes or backslashes in the word
   * @param from where the word begins
   * @param to where it ends; it is not empty
   */
  public abstract int kind(byte[] line, int from, int to);

  private static int kindIf(boolean plain) {
    return plain ? 1 : 0;
  }

  private static boolean isInterface(byte[] line, int from, int to) {
    int end = line[to - 1] == '+' ? to - 1 : to;
    return end > from && to - from <= INTERFACE_LENGTH && isName(line, from, end);
  }

  private static boolean isName(byte[] line, int from, int to) {
    boolean plain = isAlphanumeric(line[from]);
    for (int i = from + 1; plain && i < to; i++) {
      plain = isAlphanumeric(line[i]) || line[i] == '-' || line[i] == '_';
    }
    return plain;
  }

  private static boolean isFraction(byte[] line, int from, int to) {
    int digits = to - from - 2;
    boolean plain = digits > 0 && digits <= DECIMALS && line[from] == '0' && line[from + 1] == '.';
    for (int i = from + 2; plain && i < to; i++) {
      plain = isDigit(line[i]);
    }
    return plain;
  }

  private static boolean isMac(byte[] line, int from, int to) {
    boolean plain = to - from == MAC_LENGTH;
    for (int i = 0; plain && i < MAC_LENGTH; i++) {
      plain = i % 3 == 2 ? line[from + i] == ':' : isHex(line[from + i]);
    }
    return plain;
  }

  private static int network(byte[] line, int from, int to) {
    int end = behindIpv4(line, from, to);
    if (end >= 0) {
      return kindIf(isMask(line, end, to, 32));
    }
    end = behindIpv6(line, from, to);
    return end >= 0 && isMask(line, end, to, 128) ? 2 : 0;
  }

  private static boolean isMask(byte[] line, int from, int to, int longest) {
    return from + 1 < to
        && line[from] == '/'
        && line[from + 1] != '0'
        && behindNumber(line, from + 1, to, longest) == to;
  }

  private static int natRange(byte[] line, int from, int to) {
    boolean bracket = line[from] == '[';
    int end = bracket ? behindIpv6(line, from + 1, to) : behindIpv4(line, from, to);
    if (end < 0) {
      return behindIpv6(line, from, to) == to ? 3 : 0;
    }
    if (bracket) {
      return end < to && line[end] == ']' && isPort(line, end + 1, to) ? 4 : 0;
    }
    return end == to ? 1 : isPort(line, end, to) ? 2 : 0;
  }

  private static boolean isPort(byte[] line, int from, int to) {
    return from + 1 < to && line[from] == ':' && behindNumber(line, from + 1, to, MAX_PORT) == to;
  }

  private static int behindIpv4(byte[] line, int from, int to) {
    int end = behindNumber(line, from, to, 255);
    for (int i = 1; i < 4 && end >= 0; i++) {
      end = end < to && line[end] == '.' ? behindNumber(line, end + 1, to, 255) : -1;
    }
    return end;
  }

  // A decimal number without zeros before it; -1 where there is none up to this one.
  private static int behindNumber(byte[] line, int from, int to, int max) {
    int value = 0;
    int end = from;
    while (end < to && value <= max && isDigit(line[end])) {
      value = value * 10 + line[end++] - '0';
    }
    boolean plain = end > from && value <= max && (line[from] != '0' || end == from + 1);
    return plain ? end : -1;
  }

  // Groups of digits with colons between them, and of two colons in a row at most one pair.
  private static int behindIpv6(byte[] line, int from, int to) {
    boolean gap = from + 1 < to && line[from] == ':' && line[from + 1] == ':';
    int end = gap ? from + 2 : from;
    int groups = 0;
    boolean more = end < to && isHex(line[end]);
    while (more) {
      int first = end;
      while (end < to && end - first < 4 && isHex(line[end])) {
        end++;
      }
      groups++;
      boolean colon = end + 1 < to && line[end] == ':';
      boolean pair = colon && line[end + 1] == ':' && !gap;
      gap |= pair;
      end += pair ? 2 : colon ? 1 : 0;
      more = colon && end < to && isHex(line[end]);
      if (colon && !pair && !more) {
        return -1;
      }
    }
    return (gap ? groups < 7 : groups == 8) ? end : -1;
  }

  private static boolean isAlphanumeric(byte c) {
    return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(byte c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }
}
