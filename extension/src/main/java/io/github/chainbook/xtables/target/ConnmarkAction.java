package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.Numbers;

/** What CONNMARK does; connmark_tg_shift in net/netfilter/xt_connmark.c. */
final class ConnmarkAction implements PacketAction {

  private final boolean saves;
  private final boolean restores;
  private final Mark set;
  private final int nfMask;
  private final int ctMask;
  private final int left;
  private final int right;

  /**
   * Takes what the options say.
   *
   * @param given as iptables-save prints them
   */
  ConnmarkAction(Options given) {
    saves = given.has(ConnmarkTarget.SAVE_MARK);
    restores = given.has(ConnmarkTarget.RESTORE_MARK);
    set = given.get(ConnmarkTarget.SET_XMARK).orElse(new Mark(0, 0));
    nfMask = given.get(ConnmarkTarget.NFMASK, Numbers.MAX_32).intValue();
    ctMask = given.get(ConnmarkTarget.CTMASK, Numbers.MAX_32).intValue();
    left = given.get(ConnmarkTarget.LEFT_SHIFT, 0L).intValue();
    right = given.get(ConnmarkTarget.RIGHT_SHIFT, 0L).intValue();
  }

  @Override
  public Fate apply(PacketEdit packet) {
    ConnectionView connection = packet.connection();
    if (connection != null) {
      if (saves) {
        KnownBits copied = shifted(packet.mark().and(nfMask));
        packet.setConnectionMark(connection.markBits().and(~ctMask).xor(copied));
      } else if (restores) {
        KnownBits copied = shifted(connection.markBits().and(ctMask));
        packet.setMark(packet.mark().and(~nfMask).xor(copied));
      } else {
        packet.setConnectionMark(shifted(connection.markBits().changed(set)));
      }
    }
    return Fate.CONTINUE;
  }

  private KnownBits shifted(KnownBits bits) {
    return right > 0 ? bits.right(right) : bits.left(left);
  }
}
