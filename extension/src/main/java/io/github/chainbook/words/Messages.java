package io.github.chainbook.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one language: {@code messages_LANGUAGE.properties} in UTF-8 beside this class, a
 * {@link Message} for each key. What a language lacks is said in English.
 */
public final class Messages {

  private static final String ENGLISH = "en";

  private final Locale locale;
  private final Map<String, String> own;
  private final Map<String, String> english;
  private final Map<String, Message> read = new ConcurrentHashMap<>();

  private Messages(Locale locale, Map<String, String> own, Map<String, String> english) {
    this.locale = locale;
    this.own = Map.copyOf(own);
    this.english = Map.copyOf(english);
  }

  /** English. */
  public static Messages english() {
    return withEnglish(Locale.ENGLISH, Map.of());
  }

  /**
   * The language of a tag such as {@code zh_CN} or {@code zh-CN}; a language without its region
   * where the region has no words of its own, and English where there are none at all.
   */
  public static Messages of(String tag) {
    return find(tag).orElseGet(Messages::english);
  }

  /** The same; empty where there are no words for it. */
  public static Optional<Messages> find(String tag) {
    String name = tag.replace('-', '_');
    if (!name.matches("[A-Za-z]{2,8}(_[A-Za-z0-9]{1,8})*")) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int end = name.length(); end > 0; end = name.lastIndexOf('_', end - 1)) {
      names.add(name.substring(0, end));
    }
    Map<String, String> own = null;
    for (String each : names) {
      Optional<Map<String, String>> found = load(each);
      if (found.isPresent()) {
        own = own == null ? new TreeMap<>() : own;
        found.get().forEach(own::putIfAbsent);
      }
    }
    return Optional.ofNullable(own)
        .map(words -> withEnglish(Locale.forLanguageTag(name.replace('_', '-')), words));
  }

  /** These messages by key, and English ones where a key is missing. */
  public static Messages withEnglish(Locale locale, Map<String, String> own) {
    return new Messages(locale, own, load(ENGLISH).orElseThrow());
  }

  private static Optional<Map<String, String>> load(String name) {
    try (InputStream in = Messages.class.getResourceAsStream("messages_" + name + ".properties")) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> patterns = new TreeMap<>();
      properties.stringPropertyNames().forEach(k -> patterns.put(k, properties.getProperty(k)));
      return Optional.of(patterns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All patterns by key. */
  public Map<String, String> patterns() {
    Map<String, String> all = new TreeMap<>(english);
    all.putAll(own);
    return all;
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** The message of a key, if there is one. */
  public Optional<Message> message(String key) {
    Message known = read.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    // Keys may end in a word of a rule: those without a message are not kept.
    boolean translated = own.containsKey(key);
    String pattern = translated ? own.get(key) : english.get(key);
    return Optional.ofNullable(pattern)
        .map(
            p -> read.computeIfAbsent(key, k -> parse(k, p, translated ? locale : Locale.ENGLISH)));
  }

  private static Message parse(String key, String pattern, Locale locale) {
    try {
      return Message.parse(pattern, locale);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  /**
   * Under which key a message's words for single values stand: {@code word.GROUP.VALUE}, where the
   * English {@code words.KEY} names a group that several share, and {@code word.KEY.VALUE}.
   */
  public String group(String key) {
    return "word." + english.getOrDefault("words." + key, key) + ".";
  }

  /**
   * What slots are filled with.
   *
   * @param namesAndValues names of slots, each with its value: a {@link Said}, a number, which is
   *     written as the language groups digits, or a text, which is its own kind
   */
  public Map<String, Said> slots(Object... namesAndValues) {
    Map<String, Said> slots = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      slots.put(
          (String) namesAndValues[i],
          value instanceof Said said
              ? said
              : value instanceof Number number
                  ? Said.key(number.toString(), grouped(number))
                  : Said.key(value.toString()));
    }
    return slots;
  }

  // By the JDK: of the data of ICU the jar holds the rules of plurals alone.
  private String grouped(Number number) {
    NumberFormat format = NumberFormat.getInstance(locale);
    return format.format(number);
  }

  /**
   * The words of a key as plain text.
   *
   * @param slots as {@link #slots} takes them
   */
  public String text(String key, Object... slots) {
    return Phrase.text(say(key, slots(slots)));
  }

  /** The words of a key, with its slots filled. */
  public List<Phrase> say(String key, Map<String, Said> slots) {
    return message(key)
        .orElseThrow(() -> new IllegalStateException("no message " + key))
        .fill(slots);
  }
}
