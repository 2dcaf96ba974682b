package io.github.chainbook.xtables.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ports of services that are written by name ({@code --dport http}). iptables asks the machine's
 * {@code /etc/services}; here the answer is the same on every machine: the names of Debian's, which
 * follow IANA's registry.
 */
public final class ServiceNames {

  private static final Map<Integer, String> PROTOCOLS =
      Map.of(6, "tcp", 17, "udp", 132, "sctp", 33, "dccp");

  private ServiceNames() {}

  /**
   * The port of a service.
   *
   * @param protocol a protocol's number; 0 for any
   */
  public static Optional<Integer> port(String name, int protocol) {
    String wanted = PROTOCOLS.getOrDefault(protocol, "");
    return Optional.ofNullable(Lazy.PORTS.get(name + "/" + wanted));
  }

  /** Read when the first name is met, since few dumps hold one. */
  private static final class Lazy {

    private static final Map<String, Integer> PORTS = read();

    // Lines such as: 80 tcp http www
    private static Map<String, Integer> read() {
      Map<String, Integer> ports = new HashMap<>();
      try (InputStream in = ServiceNames.class.getResourceAsStream("services.txt");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] words = line.split(" ");
          for (int i = 2; i < words.length; i++) {
            int port = Integer.parseInt(words[0]);
            for (String protocol : words[1].split(",")) {
              ports.putIfAbsent(words[i] + "/" + protocol, port);
            }
            ports.putIfAbsent(words[i] + "/", port);
          }
        }
        return Map.copyOf(ports);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
