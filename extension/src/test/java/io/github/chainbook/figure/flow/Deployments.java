package io.github.chainbook.figure.flow;

import static io.github.chainbook.figure.flow.Deployment.process;
import static io.github.chainbook.figure.flow.Deployment.proxy;

import io.github.chainbook.topology.Namespace.Kind;
import io.github.chainbook.topology.Process;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deployments whose figures tests look at. */
public final class Deployments {

  private static final String TWO_BACK_ENDS =
      """
      *nat
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :WEB - [0:0]
      -A PREROUTING -p tcp -m tcp --dport 30080 -j WEB
      -A WEB -p tcp -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.0.1.2:80
      -A WEB -p tcp -j DNAT --to-destination 10.0.1.3:80
      -A POSTROUTING -d 10.0.1.0/24 -j MASQUERADE
      COMMIT
      *filter
      :INPUT ACCEPT [0:0]
      :FORWARD DROP [0:0]
      :OUTPUT ACCEPT [0:0]
      -A FORWARD -d 10.0.1.0/24 -j ACCEPT
      -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
      COMMIT
      """;

  private static final String SHOP =
      """
      *mangle
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :FORWARD ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      -A PREROUTING -p tcp -m tcp --dport 8443 -j TPROXY --on-port 3129 --on-ip 0.0.0.0 --tproxy-mark 0x1/0x1
      COMMIT
      *filter
      :INPUT DROP [0:0]
      :FORWARD ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      -A INPUT -p tcp -m tcp --dport 8443 -j ACCEPT
      -A INPUT -p tcp -m tcp --dport 25 -j REJECT --reject-with icmp-port-unreachable
      COMMIT
      """;

  private Deployments() {}

  /** The names of all. */
  public static List<String> names() {
    return List.of(
        "seed",
        "node-port",
        "refused",
        "rejected",
        "tproxy",
        "loop",
        "two-flows",
        "unanswered",
        "idle-link");
  }

  /** The names of those that have flows. */
  public static List<String> withFlows() {
    return names().stream().filter(name -> !of(name).walks().isEmpty()).toList();
  }

  /** A named deployment. */
  public static Deployment of(String name) {
    return switch (name) {
      case "seed" ->
          pods(envoy()).flow("client", "curl", "fortio-server:8080", "fortio-server-l2:8080");
      case "node-port" -> nodePort();
      case "refused" ->
          pods(process("envoy", 1337, 15021)).flow("client", "curl", "fortio-server:8080");
      case "two-flows" ->
          pods(envoy())
              .namespace(Kind.CONTAINER, "", "idle", "10.244.9.9/24", process("sshd", 0, 22))
              .flow("client", "curl", "fortio-server:8080")
              .flow("client", "curl", "fortio-server:15021")
              .flow("fortio-server", "app", "fortio-server-l2:8080")
              .flow("fortio-server", "app", "198.51.100.7:443");
      case "idle-link" ->
          new Deployment()
              .namespace(Kind.HOST, "", "office", "192.0.2.9/24", process("sshd", 0, 22))
              .namespace(Kind.HOST, "", "shop", "192.0.2.80/24", process("httpd", 33, 80))
              .link("LAN", "office", "shop");
      case "loop" -> loop();
      case "bare" ->
          new Deployment()
              .namespace(Kind.POD, "", "office", "192.0.2.9/24", process("curl", 1000))
              .namespace(Kind.POD, "", "shop", "192.0.2.80/24", process("httpd", 33, 80))
              .flow("office", "curl", "shop:81");
      case "dropped" -> firewall().flow("office", "curl", "shop:80");
      case "rejected" -> firewall().flow("office", "curl", "shop:25");
      case "unanswered" -> unanswered();
      case "tproxy" -> firewall().flow("office", "curl", "shop:8443");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Deployment pods(Process envoy) {
    Process app = process("app", 1000, 8080);
    String sidecar = dump();
    return new Deployment()
        .namespace(Kind.POD, "", "client", "10.244.1.7/24", process("curl", 0))
        .namespace(Kind.POD, "", "fortio-server", "10.244.2.5/24", app, envoy)
        .rules("sidecar", sidecar)
        .namespace(Kind.POD, "", "fortio-server-l2", "10.244.3.9/24", app, envoy)
        .rules("sidecar", sidecar)
        .service("fortio-server-l2", "10.96.14.7", "fortio-server-l2");
  }

  private static Process envoy() {
    return process(
        "envoy",
        1337,
        List.of(proxy(15006, "127.0.0.6"), proxy(15001, "")),
        15001,
        15006,
        15021,
        15090);
  }

  // The proxy's own user is not exempt, so its connections come back to it.
  private static Deployment loop() {
    Process envoy = process("envoy", 1000, List.of(proxy(15001, "")), 15001);
    return new Deployment()
        .namespace(Kind.POD, "", "client", "10.244.1.7/24", process("curl", 0), envoy)
        .rules("sidecar", dump())
        .namespace(Kind.POD, "", "server", "10.244.2.5/24", process("app", 1000, 80))
        .flow("client", "curl", "server:80");
  }

  private static Deployment firewall() {
    return new Deployment()
        .namespace(Kind.NAMESPACE, "", "office", "192.0.2.9/24", process("curl", 1000))
        .namespace(
            Kind.NAMESPACE,
            "",
            "shop",
            "192.0.2.80/24",
            process("httpd", 33, 80),
            process("filter", 0, 3129))
        .rules("shop", SHOP);
  }

  private static Deployment unanswered() {
    return new Deployment()
        .namespace(Kind.HOST, "", "office", "192.0.2.9/24", process("curl", 1000))
        .rules(
            "office",
            """
            *filter
            :INPUT ACCEPT [0:0]
            :FORWARD ACCEPT [0:0]
            :OUTPUT ACCEPT [0:0]
            -A INPUT -i eth0 -j DROP
            COMMIT
            """)
        .namespace(Kind.HOST, "", "shop", "192.0.2.80/24", process("httpd", 33, 80))
        .flow("office", "curl", "shop:80");
  }

  private static Deployment nodePort() {
    Process web = process("web", 33, 80);
    return new Deployment()
        .namespace(Kind.HOST, "", "laptop", "192.0.2.9/24", process("curl", 1000))
        .namespace(Kind.HOST, "node-1", "host-1", "192.0.2.1/24", process("kubelet", 0, 10250))
        .rules("kube", TWO_BACK_ENDS)
        .namespace(Kind.POD, "node-1", "web-a", "10.0.1.2/24", web)
        .namespace(Kind.POD, "node-1", "web-b", "10.0.1.3/24", web)
        .flow("laptop", "curl", "host-1:30080");
  }

  private static String dump() {
    String name = "/io/github/chainbook/figure/plantuml/sidecar.dump";
    try (InputStream in = Deployments.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
