package io.github.chainbook.xtables.catalogue;

import static java.util.Map.entry;

import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.target.ConnmarkTarget;
import io.github.chainbook.xtables.target.CtTarget;
import io.github.chainbook.xtables.target.DnatTarget;
import io.github.chainbook.xtables.target.DnptTarget;
import io.github.chainbook.xtables.target.DscpTarget;
import io.github.chainbook.xtables.target.EcnTarget;
import io.github.chainbook.xtables.target.HlTarget;
import io.github.chainbook.xtables.target.HmarkTarget;
import io.github.chainbook.xtables.target.MarkTarget;
import io.github.chainbook.xtables.target.MasqueradeTarget;
import io.github.chainbook.xtables.target.NetmapTarget;
import io.github.chainbook.xtables.target.NfqueueTarget;
import io.github.chainbook.xtables.target.NotrackTarget;
import io.github.chainbook.xtables.target.RedirectTarget;
import io.github.chainbook.xtables.target.RejectTarget;
import io.github.chainbook.xtables.target.SetTarget;
import io.github.chainbook.xtables.target.SnatTarget;
import io.github.chainbook.xtables.target.SnptTarget;
import io.github.chainbook.xtables.target.SynproxyTarget;
import io.github.chainbook.xtables.target.TcpmssTarget;
import io.github.chainbook.xtables.target.TcpoptstripTarget;
import io.github.chainbook.xtables.target.TosTarget;
import io.github.chainbook.xtables.target.TproxyTarget;
import io.github.chainbook.xtables.target.TtlTarget;
import java.util.Map;
import java.util.Optional;

/**
 * What the targets do to packets. One that is missing here is known to the reader only, and a trace
 * says of it that it cannot tell.
 */
public final class PacketActions {

  private static final Map<String, PacketAction.Factory> BY_NAME =
      Map.ofEntries(
          entry("AUDIT", PacketActions::goesOn),
          entry("CHECKSUM", PacketActions::goesOn),
          entry("CLASSIFY", PacketActions::goesOn),
          entry("CONNMARK", ConnmarkTarget::action),
          entry("CONNSECMARK", PacketActions::goesOn),
          entry("CT", CtTarget::action),
          entry("DNAT", DnatTarget::action),
          entry("DNPT", DnptTarget::action),
          entry("DSCP", DscpTarget::action),
          entry("ECN", EcnTarget::action),
          entry("HL", HlTarget::action),
          entry("HMARK", HmarkTarget::action),
          entry("IDLETIMER", PacketActions::goesOn),
          entry("LED", PacketActions::goesOn),
          entry("LOG", PacketActions::goesOn),
          entry("MARK", MarkTarget::action),
          entry("MASQUERADE", MasqueradeTarget::action),
          entry("NETMAP", NetmapTarget::action),
          entry("NFLOG", PacketActions::goesOn),
          entry("NFQUEUE", NfqueueTarget::action),
          entry("NOTRACK", NotrackTarget::action),
          entry("RATEEST", PacketActions::goesOn),
          entry("REDIRECT", RedirectTarget::action),
          entry("REJECT", RejectTarget::action),
          entry("SECMARK", PacketActions::goesOn),
          entry("SET", SetTarget::action),
          entry("SNAT", SnatTarget::action),
          entry("SNPT", SnptTarget::action),
          entry("SYNPROXY", SynproxyTarget::action),
          entry("TCPMSS", TcpmssTarget::action),
          entry("TCPOPTSTRIP", TcpoptstripTarget::action),
          entry("TEE", PacketActions::goesOn),
          entry("TOS", TosTarget::action),
          entry("TPROXY", TproxyTarget::action),
          entry("TRACE", PacketActions::goesOn),
          entry("TTL", TtlTarget::action),
          entry("ULOG", PacketActions::goesOn));

  private PacketActions() {}

  /** What the target {@code -j name} does to packets. */
  public static Optional<PacketAction.Factory> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  // Nothing that a trace shows: a record is written, or something changes that no match looks at.
  private static PacketAction goesOn(Options given, RuleContext rule) {
    return packet -> Fate.CONTINUE;
  }
}
