package io.github.chainbook.words;

import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.MessagePatternUtil.ArgNode;
import com.ibm.icu.text.MessagePatternUtil.MessageContentsNode;
import com.ibm.icu.text.MessagePatternUtil.MessageNode;
import com.ibm.icu.text.MessagePatternUtil.TextNode;
import com.ibm.icu.text.MessagePatternUtil.VariantNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** English with other letters and every message from its end to its begin. */
public final class PseudoLanguage {

  /** By which name a book asks for it, where it is installed. */
  public static final String NAME = "qpl";

  private PseudoLanguage() {}

  /** Puts it where languages are looked for, as one file. */
  public static void install() {
    Properties properties = new Properties();
    properties.putAll(patterns());
    try {
      Path beside = Path.of(PseudoLanguage.class.getResource("messages_qps.properties").toURI());
      Path file = beside.resolveSibling("messages_" + NAME + ".properties");
      try (Writer out = Files.newBufferedWriter(file)) {
        properties.store(out, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Letters that are none of English. */
  public static String other(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                out.append((char) ('\u0430' + Character.toLowerCase(c) - 'a'));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  private static String pattern(MessageNode message) {
    List<MessageContentsNode> parts = new ArrayList<>(message.getContents());
    Collections.reverse(parts);
    StringBuilder out = new StringBuilder();
    for (MessageContentsNode part : parts) {
      if (part instanceof TextNode text) {
        out.append(other(text.getText()));
      } else if (part instanceof ArgNode slot && slot.getComplexStyle() == null) {
        out.append('{').append(slot.getName()).append('}');
      } else if (part instanceof ArgNode choice) {
        out.append('{').append(choice.getName()).append(", ").append(choice.getTypeName());
        out.append(",");
        for (VariantNode variant : choice.getComplexStyle().getVariants()) {
          out.append(" ").append(variant.getSelector());
          out.append(" {").append(pattern(variant.getMessage())).append("}");
        }
        out.append('}');
      }
    }
    return out.toString();
  }

  /** The language. */
  public static Messages messages() {
    return Messages.withEnglish(Locale.ROOT, patterns());
  }

  private static Map<String, String> patterns() {
    Map<String, String> patterns = new TreeMap<>(Messages.english().patterns());
    // Which keys share words is no matter of a language.
    patterns.keySet().removeIf(key -> key.startsWith("words."));
    patterns.replaceAll((key, english) -> pattern(MessagePatternUtil.buildMessageNode(english)));
    return patterns;
  }
}
