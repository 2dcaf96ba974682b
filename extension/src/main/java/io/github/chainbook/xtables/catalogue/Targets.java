package io.github.chainbook.xtables.catalogue;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.target.AuditTarget;
import io.github.chainbook.xtables.target.ChecksumTarget;
import io.github.chainbook.xtables.target.ClassifyTarget;
import io.github.chainbook.xtables.target.ClusteripTarget;
import io.github.chainbook.xtables.target.ConnmarkTarget;
import io.github.chainbook.xtables.target.ConnsecmarkTarget;
import io.github.chainbook.xtables.target.CtTarget;
import io.github.chainbook.xtables.target.DnatTarget;
import io.github.chainbook.xtables.target.DnptTarget;
import io.github.chainbook.xtables.target.DscpTarget;
import io.github.chainbook.xtables.target.EcnTarget;
import io.github.chainbook.xtables.target.HlTarget;
import io.github.chainbook.xtables.target.HmarkTarget;
import io.github.chainbook.xtables.target.IdletimerTarget;
import io.github.chainbook.xtables.target.LedTarget;
import io.github.chainbook.xtables.target.LogTarget;
import io.github.chainbook.xtables.target.MarkTarget;
import io.github.chainbook.xtables.target.MasqueradeTarget;
import io.github.chainbook.xtables.target.NetmapTarget;
import io.github.chainbook.xtables.target.NflogTarget;
import io.github.chainbook.xtables.target.NfqueueTarget;
import io.github.chainbook.xtables.target.NotrackTarget;
import io.github.chainbook.xtables.target.RateestTarget;
import io.github.chainbook.xtables.target.RedirectTarget;
import io.github.chainbook.xtables.target.RejectTarget;
import io.github.chainbook.xtables.target.SecmarkTarget;
import io.github.chainbook.xtables.target.SetTarget;
import io.github.chainbook.xtables.target.SnatTarget;
import io.github.chainbook.xtables.target.SnptTarget;
import io.github.chainbook.xtables.target.SynproxyTarget;
import io.github.chainbook.xtables.target.TcpmssTarget;
import io.github.chainbook.xtables.target.TcpoptstripTarget;
import io.github.chainbook.xtables.target.TeeTarget;
import io.github.chainbook.xtables.target.TosTarget;
import io.github.chainbook.xtables.target.TproxyTarget;
import io.github.chainbook.xtables.target.TraceTarget;
import io.github.chainbook.xtables.target.TtlTarget;
import io.github.chainbook.xtables.target.UlogTarget;
import java.util.List;

/**
 * Every target of iptables 1.8.9; iptables-extensions(8). A new one is added here: its name, and
 * its class behind {@link #named}. A dump needs few of them, so a class is loaded when it is asked
 * for.
 */
final class Targets {

  /** The names, each once. */
  static final List<String> NAMES =
      List.of(
          "AUDIT",
          "CHECKSUM",
          "CLASSIFY",
          "CLUSTERIP",
          "CONNMARK",
          "CONNSECMARK",
          "CT",
          "DNAT",
          "DNPT",
          "DSCP",
          "ECN",
          "HL",
          "HMARK",
          "IDLETIMER",
          "LED",
          "LOG",
          "MARK",
          "MASQUERADE",
          "NETMAP",
          "NFLOG",
          "NFQUEUE",
          "NOTRACK",
          "RATEEST",
          "REDIRECT",
          "REJECT",
          "SECMARK",
          "SET",
          "SNAT",
          "SNPT",
          "SYNPROXY",
          "TCPMSS",
          "TCPOPTSTRIP",
          "TEE",
          "TOS",
          "TPROXY",
          "TRACE",
          "TTL",
          "ULOG");

  private Targets() {}

  /** The extensions of the class that has this name; none where no class has it. */
  static List<Extension> named(String name) {
    return switch (name) {
      case "AUDIT" -> AuditTarget.extensions();
      case "CHECKSUM" -> ChecksumTarget.extensions();
      case "CLASSIFY" -> ClassifyTarget.extensions();
      case "CLUSTERIP" -> ClusteripTarget.extensions();
      case "CONNMARK" -> ConnmarkTarget.extensions();
      case "CONNSECMARK" -> ConnsecmarkTarget.extensions();
      case "CT" -> CtTarget.extensions();
      case "DNAT" -> DnatTarget.extensions();
      case "DNPT" -> DnptTarget.extensions();
      case "DSCP" -> DscpTarget.extensions();
      case "ECN" -> EcnTarget.extensions();
      case "HL" -> HlTarget.extensions();
      case "HMARK" -> HmarkTarget.extensions();
      case "IDLETIMER" -> IdletimerTarget.extensions();
      case "LED" -> LedTarget.extensions();
      case "LOG" -> LogTarget.extensions();
      case "MARK" -> MarkTarget.extensions();
      case "MASQUERADE" -> MasqueradeTarget.extensions();
      case "NETMAP" -> NetmapTarget.extensions();
      case "NFLOG" -> NflogTarget.extensions();
      case "NFQUEUE" -> NfqueueTarget.extensions();
      case "NOTRACK" -> NotrackTarget.extensions();
      case "RATEEST" -> RateestTarget.extensions();
      case "REDIRECT" -> RedirectTarget.extensions();
      case "REJECT" -> RejectTarget.extensions();
      case "SECMARK" -> SecmarkTarget.extensions();
      case "SET" -> SetTarget.extensions();
      case "SNAT" -> SnatTarget.extensions();
      case "SNPT" -> SnptTarget.extensions();
      case "SYNPROXY" -> SynproxyTarget.extensions();
      case "TCPMSS" -> TcpmssTarget.extensions();
      case "TCPOPTSTRIP" -> TcpoptstripTarget.extensions();
      case "TEE" -> TeeTarget.extensions();
      case "TOS" -> TosTarget.extensions();
      case "TPROXY" -> TproxyTarget.extensions();
      case "TRACE" -> TraceTarget.extensions();
      case "TTL" -> TtlTarget.extensions();
      case "ULOG" -> UlogTarget.extensions();
      default -> List.of();
    };
  }
}
