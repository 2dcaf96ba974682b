package io.github.chainbook.topology.reading;

import io.github.chainbook.text.Position;
import io.github.chainbook.topology.Flow.Part;
import io.github.chainbook.topology.Place;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the way of a flow.
 *
 * <pre>
 * flow  = namespace [ "/" process ] { "->" ( place | claim ) }
 * place = [ "ns/" ] name [ ":" port ] | IPv4 [ ":" port ] | "[" IPv6 "]" [ ":" port ]
 * claim = ":" port | [ namespace ] "/" process [ ":" port ]
 * </pre>
 */
final class FlowText {

  private static final String ARROW = "->";

  /**
   * The way of a flow.
   *
   * @param namespace where it begins
   * @param process the process that opens it; empty if not named
   * @param parts what stands behind the arrows
   */
  record Read(String namespace, Optional<String> process, List<Part> parts) {}

  private record Piece(String text, int index) {}

  private final Set<String> namespaces;
  private final ProcessNames processes;
  private final Places places;
  private final Findings findings;
  private final Scalar scalar;
  private boolean named = true;

  FlowText(ProcessNames processes, Places places, Findings findings, Scalar scalar) {
    this.namespaces = processes.namespaces();
    this.processes = processes;
    this.places = places;
    this.findings = findings;
    this.scalar = scalar;
  }

  /**
   * Reads it; empty where it names something that is not there, which is reported.
   *
   * @throws BadText where it is none
   */
  Optional<Read> read() throws BadText {
    List<Piece> pieces = pieces();
    Piece first = pieces.get(0);
    int slash = first.text.indexOf('/');
    String namespace = slash < 0 ? first.text : first.text.substring(0, slash);
    Optional<String> process =
        slash < 0 ? Optional.empty() : Optional.of(first.text.substring(slash + 1));
    if (namespace.isEmpty() || process.filter(String::isEmpty).isPresent() || isOdd(first.text)) {
      throw expected(first, "where the flow begins, such as client/curl");
    }
    checkNamespace(namespace, first.index);
    process.ifPresent(name -> checkProcess(Optional.of(namespace), name, first.index + slash + 1));
    List<Part> parts = new ArrayList<>();
    OptionalInt port = OptionalInt.empty();
    boolean goes = false;
    for (Piece piece : pieces.subList(1, pieces.size())) {
      if (isClaim(piece.text)) {
        parts.add(claim(piece));
        continue;
      }
      goes = true;
      Optional<Place> place = places.read(scalar, piece.index, piece.text);
      named &= place.isPresent();
      if (place.isPresent()) {
        port = place.get().port().isPresent() ? place.get().port() : port;
        if (port.isEmpty()) {
          throw new BadText(
              scalar,
              piece.index + piece.text.length(),
              "expected a port behind the first place, such as " + withPort(piece.text));
        }
        Place to = place.get();
        parts.add(new Part.To(new Place(to.target(), port, to.text(), to.position())));
      }
    }
    if (!goes) {
      throw new BadText(
          scalar,
          scalar.text().stripTrailing().length(),
          "expected -> and a place that the flow goes to, such as -> web:80");
    }
    return named ? Optional.of(new Read(namespace, process, parts)) : Optional.empty();
  }

  private static String withPort(String place) {
    boolean bare = place.indexOf(':') >= 0 && !place.startsWith("[");
    return (bare ? "[" + place + "]" : place) + ":80";
  }

  private static boolean isOdd(String text) {
    return text.indexOf(':') >= 0 || text.indexOf('/') != text.lastIndexOf('/');
  }

  private List<Piece> pieces() throws BadText {
    List<Piece> pieces = new ArrayList<>();
    String text = scalar.text();
    int from = 0;
    while (from >= 0) {
      int arrow = text.indexOf(ARROW, from);
      int end = arrow < 0 ? text.length() : arrow;
      pieces.add(piece(text, from, end));
      from = arrow < 0 ? -1 : arrow + ARROW.length();
    }
    return pieces;
  }

  private Piece piece(String text, int from, int end) throws BadText {
    int first = from;
    while (first < end && isBlank(text.charAt(first))) {
      first++;
    }
    int last = end;
    while (last > first && isBlank(text.charAt(last - 1))) {
      last--;
    }
    Piece piece = new Piece(text.substring(first, last), first);
    if (piece.text.isEmpty()) {
      throw new BadText(
          scalar,
          Math.min(first, text.stripTrailing().length()),
          from == 0
              ? "expected where the flow begins, such as client/curl, found nothing"
              : "expected a place such as web:80 behind ->, found nothing");
    }
    for (int i = first; i < last; i++) {
      if (isBlank(text.charAt(i))) {
        int next = i;
        while (isBlank(text.charAt(next))) {
          next++;
        }
        String rest = text.substring(next, last);
        throw new BadText(scalar, next, "expected -> between places, found " + BadText.shown(rest));
      }
    }
    return piece;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isClaim(String text) {
    boolean process = text.indexOf('/') >= 0 && !text.startsWith(Places.NAMESPACE);
    return text.startsWith(":") || process;
  }

  private Part claim(Piece piece) throws BadText {
    int slash = piece.text.indexOf('/');
    int colon = piece.text.lastIndexOf(':');
    if (colon >= 0 && colon < slash) {
      throw expected(piece, "a socket such as :15006, /envoy:15006 or web/envoy");
    }
    OptionalInt port =
        colon < 0
            ? OptionalInt.empty()
            : OptionalInt.of(
                HostPort.port(scalar, piece.index + colon + 1, piece.text.substring(colon + 1)));
    if (slash < 0) {
      return new Part.Claim(Optional.empty(), Optional.empty(), port, piece.text, at(piece));
    }
    Optional<String> namespace =
        slash == 0 ? Optional.empty() : Optional.of(piece.text.substring(0, slash));
    String process = piece.text.substring(slash + 1, colon < 0 ? piece.text.length() : colon);
    if (process.isEmpty() || process.indexOf(':') >= 0 || process.indexOf('/') >= 0) {
      throw expected(piece, "a socket such as :15006, /envoy:15006 or web/envoy");
    }
    namespace.ifPresent(name -> checkNamespace(name, piece.index));
    checkProcess(namespace, process, piece.index + slash + 1);
    return new Part.Claim(namespace, Optional.of(process), port, piece.text, at(piece));
  }

  private Position at(Piece piece) {
    return scalar.position(piece.index);
  }

  private BadText expected(Piece piece, String what) {
    String message = "expected " + what + ", found " + BadText.shown(piece.text);
    return new BadText(scalar, piece.index, message);
  }

  private void checkNamespace(String name, int index) {
    if (!namespaces.contains(name)) {
      named = false;
      findings.unknown(scalar, index, "a network namespace", name, namespaces);
    }
  }

  private void checkProcess(Optional<String> namespace, String name, int index) {
    Set<String> known = processes.of(namespace);
    boolean there = namespace.isEmpty() || namespaces.contains(namespace.get());
    if (there && !known.contains(name)) {
      named = false;
      String where = namespace.map(n -> " of " + n).orElse("");
      findings.unknown(scalar, index, "a process" + where, name, known);
    }
  }
}
