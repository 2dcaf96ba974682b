package io.github.chainbook.netfilter;

import io.github.chainbook.netfilter.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what the labs send as cases for the kernel harness, with what was found here, into the
 * file that the system property {@code facts.cases} names, to be compared with its answers.
 */
final class KernelCases {

  private static final String FILE = System.getProperty("facts.cases");
  private static final List<String> TEXTS = List.of("path", "proto", "src", "dst", "in", "out");

  private KernelCases() {}

  static void add(Lab lab, Lab.Kind kind, String packet, Trace trace) {
    if (FILE == null || !canBeSent(packet)) {
      return;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", name());
    all.putAll(lab.parts(kind));
    all.put("packets", List.of(packet(kind.text(packet))));
    Header last = trace.last();
    Map<String, Object> here = new LinkedHashMap<>();
    here.put("backend", kind.backend().word());
    here.put("verdict", trace.verdict().name());
    here.put("by", trace.by().map(Seen::text).orElse(""));
    here.put("steps", Seen.steps(trace));
    here.put("hooks", trace.hooks().stream().map(Seen::text).toList());
    here.put("response", trace.response().orElse(""));
    if (last != null) {
      here.put("end", last.from() + " > " + last.to() + " mark " + last.mark());
      here.put("rest", List.of(last.tos(), last.ttl()));
    }
    all.put("here", here);
    write(all);
  }

  // The harness makes no packets of the kernel's own and no connections of several packets.
  private static boolean canBeSent(String packet) {
    boolean ofConnection = packet.contains("ct=reply") || packet.contains("ct=related");
    boolean error = packet.contains(" icmp");
    return !packet.contains("sender=") && (!ofConnection || error);
  }

  static void refused(String rules) {
    if (FILE != null) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("id", name());
      all.put("rules", rules);
      all.put("packets", List.of());
      all.put("here", Map.of("refused", "yes"));
      write(all);
    }
  }

  private static Map<String, Object> packet(String line) {
    Map<String, Object> packet = new LinkedHashMap<>();
    PacketText.words(line)
        .forEach(
            (name, value) -> {
              if (name.equals("inner")) {
                Map<String, Object> inner = packet(value.replace('_', ' '));
                packet.put(name, inner);
              } else if (name.equals("groups")) {
                packet.put(name, List.of(value.split(",")).stream().map(Integer::valueOf).toList());
              } else {
                boolean number = !TEXTS.contains(name) && value.matches("\\d+");
                packet.put(name, number ? Long.valueOf(value) : value);
              }
            });
    return packet;
  }

  private static String name() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().endsWith("Test"))
                    .map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName())
                    .findFirst()
                    .orElse("?"));
  }

  private static void write(Map<String, Object> all) {
    try {
      Files.writeString(
          Path.of(FILE),
          Json.text(all) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
