package io.github.chainbook.explain;

import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Message;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Phrase.Code;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of one match or target, clause by clause. Its own message, if it has one, comes first
 * and may hold options as slots; the others follow, each with its own message. An option behind
 * {@code !} has a message of its own, so that a negation cannot get lost on the way.
 */
final class PartWords {

  /**
   * A clause and its words.
   *
   * @param clause what is behind the words
   * @param phrases the words; none where there is nothing to say
   */
  record Piece(Clause clause, List<Phrase> phrases) {}

  /** How the slots of an option behind {@code !} begin. */
  static final String NOT = "not_";

  private final Messages messages;
  private final ValueWords values;
  private final Family family;

  PartWords(Messages messages, Family family) {
    this.family = family;
    this.messages = messages;
    this.values = new ValueWords(messages, new Lists(messages));
  }

  /**
   * The pieces of one extension.
   *
   * @param key {@code match.NAME} or {@code target.NAME}
   * @param code how it stands in the rule, such as {@code -m tcp}
   * @param options its options
   * @param place what else its messages may choose by
   */
  List<Piece> of(String key, String code, List<RuleOption> options, Map<String, Said> place) {
    List<Piece> pieces = new ArrayList<>();
    List<RuleOption> left = new ArrayList<>(options);
    Optional<Message> own =
        messages
            .message(key)
            .or(() -> options.isEmpty() ? messages.message(key + ".alone") : Optional.empty());
    if (own.isPresent()) {
      pieces.addAll(head(key, own.get(), left, place));
    } else if (options.isEmpty()) {
      pieces.add(unknown(key, code, List.of()));
    }
    // An extension that is not known has one clause for all that it says.
    if (!left.isEmpty() && left.stream().noneMatch(RuleOption::isKnown)) {
      StringBuilder whole = new StringBuilder(code);
      left.forEach(option -> whole.append(' ').append(RuleText.option(option)));
      pieces.add(unknown(key, whole.toString().trim(), left));
      return pieces;
    }

    for (RuleOption option : left) {
      pieces.add(option(key, code, option, options, place));
    }
    return pieces;
  }

  private List<Piece> head(
      String key, Message message, List<RuleOption> left, Map<String, Said> place) {
    Map<String, Said> slots = new LinkedHashMap<>(place);
    company(left, slots);
    Map<String, RuleOption> behind = new HashMap<>();
    for (RuleOption option : left) {
      String name = (option.negated() ? NOT : "") + Message.identifier(option.name());
      if (option.isKnown() && !behind.containsKey(name)) {
        Map<String, Said> own = values.slots(key + "." + option.name(), option);
        slots.put(name, option.values().isEmpty() ? Said.kind("given") : own.get("value"));
        behind.put(name, option);
        own.forEach(
            (slot, said) -> {
              slots.put(name + "_" + slot, said);
              behind.put(name + "_" + slot, option);
            });
      }
    }
    Set<String> used = new LinkedHashSet<>();
    List<Phrase> phrases = message.fill(slots, used);
    List<RuleOption> spoken =
        left.stream().filter(o -> used.stream().anyMatch(slot -> behind.get(slot) == o)).toList();
    // By identity: the same option may stand twice.
    left.removeIf(option -> spoken.stream().anyMatch(each -> each == option));
    // What it says behind a ! is a clause of its own, without further words.
    Map<Boolean, List<RuleOption>> parts =
        spoken.stream().collect(Collectors.partitioningBy(RuleOption::negated));
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(new Clause(key, key, parts.get(false)), phrases));
    if (!parts.get(true).isEmpty()) {
      pieces.add(new Piece(new Clause(key + Clause.NOT, key, parts.get(true)), List.of()));
    }
    return pieces;
  }

  private Piece option(
      String key,
      String code,
      RuleOption option,
      List<RuleOption> company,
      Map<String, Said> place) {
    String plain = key + "." + option.name();
    String name = option.negated() ? plain + Clause.NOT : plain;
    Optional<Message> message = messages.message(name);
    if (!option.isKnown() || message.isEmpty()) {
      return unknown(key, (code + " " + RuleText.option(option)).trim(), List.of(option));
    }
    Map<String, Said> slots = new LinkedHashMap<>(place);
    slots.putAll(values.slots(plain, option));
    company.forEach(each -> slots.putIfAbsent(Message.identifier(each.name()), Said.kind("given")));
    company(company, slots);
    return new Piece(new Clause(name, key, List.of(option)), message.get().fill(slots));
  }

  private void company(List<RuleOption> options, Map<String, Said> slots) {
    boolean negated = options.stream().allMatch(RuleOption::negated);
    slots.put("company", Said.kind(negated ? "negated" : "mixed"));
    slots.put("family", Said.kind(family.word()));
  }

  private Piece unknown(String key, String code, List<RuleOption> options) {
    String kind = key.startsWith("target.") ? "unknown.target" : "unknown.match";
    Said said = new Said("", List.of(new Code(code)));
    return new Piece(new Clause("", key, options), messages.say(kind, Map.of("code", said)));
  }
}
