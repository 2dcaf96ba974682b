package io.github.chainbook.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  private final Map<String, String> patterns;
  private final Map<String, Optional<Message>> read = new ConcurrentHashMap<>();

  private Messages(Map<String, String> patterns) {
    this.patterns = Map.copyOf(patterns);
  }

  /** English. */
  public static Messages english() {
    return new Messages(load(ENGLISH).orElseThrow());
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
    return Optional.ofNullable(own).map(Messages::withEnglish);
  }

  /** These messages by key, and English ones where a key is missing. */
  static Messages withEnglish(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(load(ENGLISH).orElseThrow());
    all.putAll(own);
    return new Messages(all);
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
  Map<String, String> patterns() {
    return patterns;
  }

  /** The message of a key, if there is one. */
  Optional<Message> message(String key) {
    return read.computeIfAbsent(key, k -> Optional.ofNullable(patterns.get(k)).map(Message::parse));
  }

  /** The words of a key, with its slots filled. */
  List<Phrase> say(String key, Map<String, Said> slots) {
    return message(key)
        .orElseThrow(() -> new IllegalStateException("no message " + key))
        .fill(slots);
  }
}
