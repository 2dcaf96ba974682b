package io.github.chainbook.topology.reading;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Proxy;
import io.github.chainbook.topology.Proxy.Onward;
import io.github.chainbook.topology.Proxy.Source;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads processes. */
final class Processes {

  private static final String ORIGINAL_DESTINATION = "original-destination";
  private static final String ORIGINAL_ENDPOINT = "original-endpoint";
  private static final List<String> ORIGINALS = List.of(ORIGINAL_DESTINATION, ORIGINAL_ENDPOINT);
  private static final String ORIGINAL_SOURCE = "original-source";

  private final Keys keys;
  private final Places places;
  private final Findings findings;

  Processes(Keys keys, Places places, Findings findings) {
    this.keys = keys;
    this.places = places;
    this.findings = findings;
  }

  /** Reads a process. */
  Process read(String name, YamlValue value) {
    List<Listening> listens = new ArrayList<>();
    boolean all = true;
    for (Scalar text : keys.texts(keys.value(value, "listens"))) {
      Optional<Listening> socket = socket(text);
      socket.ifPresent(listens::add);
      all &= socket.isPresent();
    }
    // What is wrong with listens is reported there; then nobody knows what may stand in from.
    Optional<YamlValue> sockets = keys.value(value, "listens");
    int given = sockets.isEmpty() ? 0 : sizeOf(sockets.get());
    boolean known = all && given == listens.size() && !isWrong(value, "listens");
    List<Proxy> proxies = new ArrayList<>();
    for (YamlValue proxy : keys.items(keys.value(value, "proxies"))) {
      proxy(proxy, listens, known).ifPresent(proxies::add);
    }
    List<Long> groups = new ArrayList<>();
    keys.texts(keys.value(value, "groups")).forEach(text -> groups.add(number(text)));
    OptionalLong uid = id(value, "uid");
    OptionalLong gid = id(value, "gid");
    // As with packets: in containers the group usually has the number of the user.
    return new Process(name, uid, gid.isPresent() ? gid : uid, groups, listens, proxies);
  }

  private static int sizeOf(YamlValue value) {
    return value instanceof YamlValue.Sequence list ? list.items().size() : 1;
  }

  private boolean isWrong(YamlValue parent, String key) {
    return parent instanceof YamlValue.Mapping mapping
        && mapping.entries().containsKey(key)
        && findings.isFaulty(mapping.entries().get(key).value());
  }

  private OptionalLong id(YamlValue value, String key) {
    return keys.text(value, key)
        .map(text -> OptionalLong.of(number(text)))
        .orElse(OptionalLong.empty());
  }

  // The schema lets no others pass.
  private static long number(Scalar text) {
    return Long.parseLong(text.text());
  }

  private Optional<Listening> socket(Scalar text) {
    try {
      return Optional.of(Sockets.read(text));
    } catch (BadText e) {
      findings.error("topology-value", e.position(), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Proxy> proxy(YamlValue value, List<Listening> listens, boolean known) {
    Optional<Scalar> fromText = keys.text(value, "from");
    Optional<Listening> from = fromText.flatMap(text -> from(text, listens, known));
    Optional<Onward> to = keys.text(value, "to").flatMap(this::onward);
    Optional<Source> source =
        keys.text(value, "source").map(this::source).orElse(Optional.of(Source.CHOSEN));
    if (from.isEmpty() || to.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Proxy(from.get(), to.get(), source.get()));
  }

  private Optional<Listening> from(Scalar text, List<Listening> listens, boolean known) {
    Optional<Listening> from = socket(text);
    if (from.isEmpty() || listens.contains(from.get())) {
      return from;
    }
    // A port alone means the socket at that port, wherever it is bound.
    List<Listening> atPort =
        listens.stream()
            .filter(l -> l.port() == from.get().port() && l.protocol() == from.get().protocol())
            .toList();
    boolean portAlone = from.get().address().isEmpty() && from.get().family().isEmpty();
    if (portAlone && atPort.size() == 1) {
      return Optional.of(atPort.get(0));
    }
    if (known) {
      List<String> sockets = listens.stream().map(Listening::toString).toList();
      String which = sockets.isEmpty() ? "" : " (" + String.join(", ", sockets) + ")";
      findings.error(
          "topology-name",
          text.position(),
          "expected one of the sockets in listens"
              + which
              + ", found "
              + text.shown()
              + DidYouMean.hint(text.text(), sockets));
    }
    return Optional.empty();
  }

  private Optional<Onward> onward(Scalar text) {
    return switch (text.text()) {
      case ORIGINAL_DESTINATION -> Optional.of(new Onward.OriginalDestination());
      case ORIGINAL_ENDPOINT -> Optional.of(new Onward.OriginalEndpoint());
      default -> {
        if (meansAnOriginal(text.text())) {
          findings.error(
              "topology-value",
              text.position(),
              "expected original-destination, original-endpoint or a place such as web:80, found "
                  + text.shown()
                  + DidYouMean.hint(text.text(), ORIGINALS));
          yield Optional.empty();
        }
        Optional<Place> place = places.read(text);
        yield place.map(Onward.To::new);
      }
    };
  }

  private boolean meansAnOriginal(String text) {
    return text.indexOf(':') < 0
        && !places.isNamed(text)
        && (text.startsWith("original") || DidYouMean.nearest(text, ORIGINALS).isPresent());
  }

  private Optional<Source> source(Scalar text) {
    if (text.text().equals(ORIGINAL_SOURCE)) {
      return Optional.of(new Source(Source.Kind.KEPT, Optional.empty()));
    }
    Optional<Address> address = HostPort.address(text.text());
    if (address.isEmpty()) {
      findings.error(
          "topology-value",
          text.position(),
          "expected an address such as 127.0.0.6, or original-source, found "
              + text.shown()
              + DidYouMean.hint(text.text(), List.of(ORIGINAL_SOURCE)));
    }
    return address.map(a -> new Source(Source.Kind.GIVEN, Optional.of(a)));
  }
}
