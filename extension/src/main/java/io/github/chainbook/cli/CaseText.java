package io.github.chainbook.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A case as it was read: its packets, which may be many, are made while the text goes by.
 *
 * @param fields what is given besides packets
 * @param packets the packets
 * @param interfaces those that packets name
 */
record CaseText(Fields fields, List<OfPacket> packets, SortedSet<String> interfaces) {

  /**
   * What was given as a packet.
   *
   * @param id what it is called; null for no name
   * @param packet the packet; null where it is none
   * @param problem why it is none
   */
  record OfPacket(Object id, Packet packet, String problem) {}

  /** A case without packets. */
  static CaseText of(Fields fields) {
    return new CaseText(fields, new ArrayList<>(), new TreeSet<>());
  }

  /** Whether a line is more than a comment. */
  static boolean isData(String line) {
    int at = 0;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length() && line.charAt(at) != '#' && !line.startsWith("//", at);
  }

  /**
   * Reads a case that is a line of a file.
   *
   * @throws Console.Unreadable where the line is no JSON object
   */
  static CaseText read(String file, int line, String text) throws Console.Unreadable {
    return object(file, line, text, CaseText::read);
  }

  /**
   * Reads an object that is a line of a file.
   *
   * @throws Console.Unreadable where the line is none
   */
  static <T> T object(String file, int line, String text, JsonText.ObjectReader<T> reader)
      throws Console.Unreadable {
    try {
      return JsonText.object(text, reader);
    } catch (IOException e) {
      String name = file.equals("-") ? "<stdin>" : file;
      throw new Console.Unreadable(
          Diagnostic.error(
              "bad-json",
              new Position(name, line, 1),
              "expected a JSON object: " + e.getMessage().lines().findFirst().orElse("")));
    }
  }

  private static CaseText read(JsonParser parser) throws IOException {
    CaseText one = of(new Fields());
    Fields packet = new Fields();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (!name.equals("packets")) {
        one.fields.set(name, JsonText.value(parser));
        continue;
      }
      // Of a name that stands twice the last value counts.
      one.packets.clear();
      one.interfaces.clear();
      if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          packet.clear();
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            JsonText.into(packet, parser);
          } else {
            JsonText.value(parser);
          }
          one.add(packet);
        }
      } else {
        JsonText.value(parser);
      }
    }
    return one;
  }

  /** Adds a packet. Its description is not needed afterwards. */
  void add(Fields spec) {
    touch(spec.text("in", ""));
    touch(spec.text("out", ""));
    Object id = spec.get("id");
    try {
      packets.add(new OfPacket(id, PacketJson.read(spec), null));
    } catch (Fields.Bad e) {
      packets.add(new OfPacket(id, null, e.getMessage()));
    }
  }

  private void touch(String device) {
    if (!device.isEmpty()) {
      interfaces.add(device);
    }
  }
}
