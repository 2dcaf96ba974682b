package io.github.chainbook.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A case as it was read: its packets, which may be many, are made while the text goes by.
 *
 * @param fields what is given besides packets
 * @param packets the packets
 * @param interfaces those that packets name
 */
record CaseText(Fields fields, List<OfPacket> packets, Set<String> interfaces) {

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
    return new CaseText(fields, new ArrayList<>(), new HashSet<>());
  }

  /** Whether a line is more than a comment. */
  static boolean isData(Lines.Line line) {
    if (line.bytes().length > 0 && line.bytes()[0] == '{') {
      return true;
    }
    String text = line.text().stripLeading();
    return !text.isEmpty() && text.charAt(0) != '#' && !text.startsWith("//");
  }

  /**
   * Reads a case that is a line of a file.
   *
   * @throws Console.Unreadable where the line is no JSON object
   */
  static CaseText read(String file, int number, Lines.Line line) throws Console.Unreadable {
    return object(file, number, () -> JsonText.object(line, CaseText::read));
  }

  /** Reads an object of JSON. */
  interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * Reads an object that is a line of a file.
   *
   * @throws Console.Unreadable where the line is none
   */
  static <T> T object(String file, int line, Reading<T> reading) throws Console.Unreadable {
    try {
      return reading.read();
    } catch (IOException e) {
      String name = file.equals("-") ? "<stdin>" : file;
      throw new Console.Unreadable(
          Diagnostic.error(
              "bad-json", new Position(name, line, 1), "expected a JSON object: " + reason(e)));
    }
  }

  // Jackson says in brackets where it began to read; it does not show texts, so that is noise.
  private static String reason(IOException e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return message.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
  }

  private static CaseText read(JsonParser parser) throws IOException {
    CaseText one = of(new Fields());
    Fields packet = new Fields();
    Words words = new Words();
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
            JsonText.into(packet, parser, words);
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
