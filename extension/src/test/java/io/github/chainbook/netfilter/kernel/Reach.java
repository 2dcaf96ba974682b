package io.github.chainbook.netfilter.kernel;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which extensions the generators' cases drive, and which no kernel here has. */
public final class Reach {

  /** By extension, why the kernel cannot be asked about it. */
  public static final Map<String, String> NOT_DRIVEN =
      new TreeMap<>(
          Map.of(
              "-m ipvs", "the kernel has no IPVS",
              "-j CLUSTERIP", "kernels since 6.2 do not have it",
              "-j LED", "the kernel has no LED triggers",
              "-j SECMARK", "the kernel has no security module that labels packets",
              "-j ULOG", "kernels since 3.17 do not have it"));

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern EXTENSION = Pattern.compile("(?<= )-[mj] [A-Za-z0-9]+");
  private static final int CASES = 400;

  private Reach() {}

  /** The extensions that occur in the generators' cases, as {@code -m name} or {@code -j name}. */
  public static Set<String> driven() throws IOException {
    Set<String> driven = new TreeSet<>();
    for (CaseGenerator generator : CaseGenerator.values()) {
      for (String line : generator.cases(CASES, 1, 1)) {
        Map<String, Object> one = Json.object(line);
        for (String field : new String[] {"rules", "rules6"}) {
          String rules = String.valueOf(one.get(field));
          Matcher matcher = EXTENSION.matcher(QUOTED.matcher(rules).replaceAll("\"\""));
          while (matcher.find()) {
            driven.add(matcher.group());
          }
        }
      }
    }
    return driven;
  }
}
