package io.github.chainbook.topology.kernel;

import io.github.chainbook.netfilter.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What the kernel did to a flow: an answer of {@code topology-oracle}. */
final class RealFlow {

  private final Map<String, Object> answer;

  RealFlow(Map<String, Object> answer) {
    this.answer = answer;
  }

  /** The number of the flow. */
  int flow() {
    return ((Number) answer.get("flow")).intValue();
  }

  /** Whether a process got so many connections that it gave up. */
  boolean goesRound() {
    return Json.maps(answer, "events").stream().anyMatch(e -> e.get("event").equals("gave up"));
  }

  /** What happened. */
  Happening happening() {
    List<String> connections = new ArrayList<>();
    for (Map<String, Object> event : Json.maps(answer, "events")) {
      switch ((String) event.get("event")) {
        case "opened" -> connections.add(opened(event, unanswered(event)));
        case "accepted" -> connections.add(accepted(event));
        default -> {}
      }
    }
    Map<String, List<String>> passages = new LinkedHashMap<>();
    Map<String, Object> seen = Json.map(answer.get("passages"));
    seen.keySet()
        .forEach(
            name ->
                passages.put(name, Json.maps(seen, name).stream().map(RealFlow::passage).toList()));
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    Json.map(answer.get("counters"))
        .forEach(
            (name, counters) -> {
              Map<String, Integer> own = new LinkedHashMap<>();
              Json.map(counters).forEach((key, n) -> own.put(key, ((Number) n).intValue()));
              counts.put(name, own);
            });
    return new Happening(connections, passages, counts, "ok".equals(answer.get("end")));
  }

  // Datagrams are sent in any case; what became of the first one is known later.
  private Object unanswered(Map<String, Object> opened) {
    return Json.maps(answer, "events").stream()
        .filter(event -> event.get("event").equals("unanswered"))
        .filter(event -> event.get("local").equals(opened.get("local")))
        .map(event -> event.get("end"))
        .findFirst()
        .orElse(opened.get("end"));
  }

  private static String opened(Map<String, Object> event, Object end) {
    return "opened by %s/%s from %s to %s: %s"
        .formatted(
            event.get("namespace"),
            event.get("process"),
            address(event.get("local")),
            event.get("peer"),
            end);
  }

  private static String accepted(Map<String, Object> event) {
    // Where nothing is tracked nothing was translated.
    Object original = event.get("original") == null ? event.get("local") : event.get("original");
    boolean udp = event.get("protocol").equals("udp");
    return "accepted by %s/%s at %s from %s as %s, originally %s"
        .formatted(
            event.get("namespace"),
            event.get("process"),
            event.get("socket"),
            address(event.get("peer")),
            event.get("local"),
            udp ? Happening.ANY : original);
  }

  private static String address(Object endpoint) {
    if (endpoint == null) {
      return Happening.ANY;
    }
    String text = (String) endpoint;
    return text.substring(0, text.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
  }

  private static String passage(Map<String, Object> passage) {
    StringJoiner words = new StringJoiner(" ");
    List<Map<String, Object>> hooks = Json.maps(passage, "hooks");
    words.add(address(hooks.get(0).get("src"))).add((String) hooks.get(0).get("dst"));
    for (Map<String, Object> hook : hooks) {
      words.add(hook((String) hook.get("hook"), hook.get("in"), hook.get("out")));
    }
    for (Map<String, Object> step : Json.maps(passage, "steps")) {
      String type = (String) step.get("type");
      Object what = type.equals("rule") ? step.get("rule") : type;
      words.add(step(step.get("hook"), step.get("table"), step.get("chain"), what));
    }
    return words.toString();
  }

  /** A hook with its interfaces. What a bridge passes on has no input interface at the last one. */
  static String hook(String hook, Object in, Object out) {
    boolean last = hook.equals("POSTROUTING");
    return hook + "(" + (in == null || last ? "" : in) + ">" + (out == null ? "" : out) + ")";
  }

  /** A step of a passage: a rule's number, {@code return} or {@code policy}. */
  static String step(Object hook, Object table, Object chain, Object what) {
    return hook + ":" + table + ":" + chain + ":" + what;
  }
}
