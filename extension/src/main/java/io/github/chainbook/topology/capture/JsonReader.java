package io.github.chainbook.topology.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the lists that {@code ip -j} prints: one, or several behind one another. */
final class JsonReader {

  private final SourceText text;
  private final String command;
  private final Problems problems;
  private final List<List<Json.Fields>> lists = new ArrayList<>();

  private JsonReader(SourceText text, String command, Problems problems) {
    this.text = text;
    this.command = command;
    this.problems = problems;
  }

  /**
   * The entries of each list. Where the text breaks off, those before.
   *
   * @param text the text
   * @param command the command that prints such texts
   * @param problems takes what is wrong
   */
  static List<List<Json.Fields>> lists(SourceText text, String command, Problems problems) {
    JsonReader reader = new JsonReader(text, command, problems);
    reader.read();
    return reader.lists;
  }

  /** The entries of all lists. */
  static List<Json.Fields> entries(SourceText text, String command, Problems problems) {
    return lists(text, command, problems).stream().flatMap(List::stream).toList();
  }

  private void read() {
    if (text.isBlank()) {
      problems.form(
          new Position(text.name(), text.firstLine(), 1),
          "this is empty; expected what " + command + " prints, if nothing else then []");
      return;
    }
    int first = 0;
    while (text.lines().get(first).isBlank()) {
      first++;
    }
    String line = text.lines().get(first);
    int blanks = line.length() - line.stripLeading().length();
    if ("[{".indexOf(line.charAt(blanks)) < 0) {
      problems.form(
          text.position(first, line.codePointCount(0, blanks) + 1),
          "this is not JSON; expected what " + command + " prints, with its -j");
      return;
    }
    // A lone CR is text in ours and a line end in theirs.
    String joined = String.join("\n", text.lines()).replace('\r', ' ');
    try (JsonParser parser = new JsonFactory().createParser(joined)) {
      JsonToken token = parser.nextToken();
      while (token != null && list(parser, token)) {
        token = parser.nextToken();
      }
    } catch (JsonProcessingException e) {
      // Where nesting is too deep, or a number too long, the place is not said.
      Position position = e.getLocation() == null ? text.position(first, 1) : at(e.getLocation());
      problems.form(position, "this cannot be read as JSON; expected what " + command + " prints");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string has nothing to read from
    }
  }

  // Whether it was one.
  private boolean list(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_ARRAY) {
      problems.form(
          at(parser.currentTokenLocation()),
          "expected the list that " + command + " prints, in [ ]");
      return false;
    }
    List<Json.Fields> entries = new ArrayList<>();
    lists.add(entries);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Json entry = value(parser, parser.currentToken());
      if (!(entry instanceof Json.Fields fields)) {
        problems.form(
            entry.position(), "left out: expected an entry in { }, as " + command + " prints");
      } else if (!fields.values().isEmpty()) {
        entries.add(fields); // ip(8) prints {} for what a filter of its own hides
      }
    }
    return true;
  }

  private Json value(JsonParser parser, JsonToken token) throws IOException {
    Position position = at(parser.currentTokenLocation());
    if (token == JsonToken.START_ARRAY) {
      List<Json> values = new ArrayList<>();
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        values.add(value(parser, t));
      }
      return new Json.Items(values, position);
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, Json> values = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        values.put(name, value(parser, parser.nextToken()));
      }
      return new Json.Fields(values, position);
    }
    String word = token == JsonToken.VALUE_NULL ? "" : parser.getText();
    return new Json.Scalar(word, position);
  }

  private Position at(JsonLocation location) {
    int index = Math.max(0, location.getLineNr() - 1);
    if (index >= text.lines().size()) {
      index = text.lines().size() - 1;
    }
    String line = text.lines().get(index);
    int chars = Math.min(line.length(), Math.max(0, location.getColumnNr() - 1));
    return text.position(index, line.codePointCount(0, chars) + 1);
  }
}
