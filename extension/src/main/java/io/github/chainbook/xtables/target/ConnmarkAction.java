package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.Numbers;

/** What CONNMARK does; connmark_tg_shift in net/netfilter/xt_connmark.c. */
final class ConnmarkAction implements PacketAction {

  private static final long UNKNOWN = -1;

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
        save(packet, connection.mark());
      } else if (restores) {
        restore(packet, connection.mark());
      } else {
        long old = connection.mark();
        boolean known = old != UNKNOWN || set.mask() == -1;
        packet.setConnectionMark(
            known ? unsigned(shifted((int) old & ~set.mask() ^ set.value())) : UNKNOWN);
      }
    }
    return Fate.CONTINUE;
  }

  private void save(PacketEdit packet, long old) {
    boolean known = (packet.isKnown(Field.MARK) || nfMask == 0) && (old != UNKNOWN || ctMask == -1);
    int copied = known && nfMask != 0 ? shifted((int) packet.number(Field.MARK) & nfMask) : 0;
    packet.setConnectionMark(known ? unsigned((int) old & ~ctMask ^ copied) : UNKNOWN);
  }

  private void restore(PacketEdit packet, long mark) {
    if (mark == UNKNOWN && ctMask != 0) {
      packet.forget(Field.MARK);
    } else {
      Marks.change(packet, new Mark(shifted((int) mark & ctMask), nfMask));
    }
  }

  private int shifted(int bits) {
    return right > 0 ? bits >>> right : bits << left;
  }

  private static long unsigned(int bits) {
    return bits & Numbers.MAX_32;
  }
}
