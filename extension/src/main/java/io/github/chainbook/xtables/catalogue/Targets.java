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
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Every target of iptables 1.8.9; iptables-extensions(8). A new one is added here. */
final class Targets {

  private Targets() {}

  static List<Extension> all() {
    return Stream.of(
            AuditTarget.extensions(),
            ChecksumTarget.extensions(),
            ClassifyTarget.extensions(),
            ClusteripTarget.extensions(),
            ConnmarkTarget.extensions(),
            ConnsecmarkTarget.extensions(),
            CtTarget.extensions(),
            DnatTarget.extensions(),
            DnptTarget.extensions(),
            DscpTarget.extensions(),
            EcnTarget.extensions(),
            HlTarget.extensions(),
            HmarkTarget.extensions(),
            IdletimerTarget.extensions(),
            LedTarget.extensions(),
            LogTarget.extensions(),
            MarkTarget.extensions(),
            MasqueradeTarget.extensions(),
            NetmapTarget.extensions(),
            NflogTarget.extensions(),
            NfqueueTarget.extensions(),
            NotrackTarget.extensions(),
            RateestTarget.extensions(),
            RedirectTarget.extensions(),
            RejectTarget.extensions(),
            SecmarkTarget.extensions(),
            SetTarget.extensions(),
            SnatTarget.extensions(),
            SnptTarget.extensions(),
            SynproxyTarget.extensions(),
            TcpmssTarget.extensions(),
            TcpoptstripTarget.extensions(),
            TeeTarget.extensions(),
            TosTarget.extensions(),
            TproxyTarget.extensions(),
            TraceTarget.extensions(),
            TtlTarget.extensions(),
            UlogTarget.extensions())
        .flatMap(Collection::stream)
        .toList();
  }
}
