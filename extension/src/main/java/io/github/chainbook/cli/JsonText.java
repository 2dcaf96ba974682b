package io.github.chainbook.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON into fields, lists, texts, numbers, truth values and null. */
final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Reads the object whose begin the parser is at, up to its end. */
  @FunctionalInterface
  interface ObjectReader<T> {
    T read(JsonParser parser) throws IOException;
  }

  private JsonText() {}

  /**
   * Reads an object.
   *
   * @throws IOException where the text is none
   */
  static Fields object(String text) throws IOException {
    return object(text, JsonText::fields);
  }

  /**
   * Reads an object in a way of its own.
   *
   * @throws IOException where the text is none
   */
  static <T> T object(String text, ObjectReader<T> reader) throws IOException {
    return object(FACTORY.createParser(text), reader);
  }

  /**
   * Reads an object that is a line.
   *
   * @throws IOException where the line is none
   */
  static <T> T object(Lines.Line line, ObjectReader<T> reader) throws IOException {
    // Of what is no ASCII Java says what it is where it is not UTF-8.
    return object(
        line.isAscii() ? FACTORY.createParser(line.bytes()) : FACTORY.createParser(line.text()),
        reader);
  }

  private static <T> T object(JsonParser open, ObjectReader<T> reader) throws IOException {
    try (JsonParser parser = open) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.START_OBJECT) {
        throw new IOException(token == null ? "expected a JSON value" : "expected a JSON object");
      }
      T value = reader.read(parser);
      if (parser.nextToken() != null) {
        throw new IOException("text behind the end of the JSON value");
      }
      return value;
    }
  }

  /** The fields of the object whose begin the parser is at. */
  static Fields fields(JsonParser parser) throws IOException {
    Fields fields = new Fields();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      fields.set(name, value(parser));
    }
    return fields;
  }

  /** Reads the fields of the object whose begin the parser is at into others, with these words. */
  static void into(Fields fields, JsonParser parser, Words words) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Object value =
          parser.nextToken() == JsonToken.VALUE_STRING
              ? words.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
              : value(parser);
      fields.set(name, value);
    }
  }

  /** The value that the parser is at. */
  static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("expected a JSON value");
    }
    return switch (token) {
      case START_OBJECT -> fields(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }
}
