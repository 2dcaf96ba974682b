package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.IdRange;
import java.util.Optional;

/** How {@code -m owner} looks at packets; owner_mt in net/netfilter/xt_owner.c. */
final class OwnerTest implements PacketTest {

  private final boolean asksForSocket;
  private final boolean notSocket;
  private final IdRange uid;
  private final boolean notUid;
  private final IdRange gid;
  private final boolean notGid;
  private final boolean groups;
  private final Truth withoutSocket;

  OwnerTest(Options given) {
    Optional<IdRange> users = given.get(OwnerMatch.UID);
    Optional<IdRange> ids = given.get(OwnerMatch.GID);
    asksForSocket = given.has(OwnerMatch.SOCKET_EXISTS);
    notSocket = given.isNegated(OwnerMatch.SOCKET_EXISTS);
    uid = users.orElse(null);
    notUid = given.isNegated(OwnerMatch.UID);
    gid = ids.orElse(null);
    notGid = given.isNegated(OwnerMatch.GID);
    groups = given.has(OwnerMatch.SUPPL_GROUPS);
    // --suppl-groups is one of the options that the kernel compares, and cannot be negated.
    boolean allNegated =
        notSocket == asksForSocket && notUid == (uid != null) && notGid == (gid != null) && !groups;
    withoutSocket = Truth.of(allNegated);
  }

  @Override
  public Truth test(PacketView packet) {
    Truth socket = packet.hasSocket();
    if (socket == Truth.NO) {
      return withoutSocket;
    }
    Truth with = notSocket ? Truth.NO : withSocket(packet);
    return socket == Truth.YES || with == withoutSocket ? with : Truth.UNKNOWN;
  }

  // What the kernel itself sends has a socket that nobody opened, and so neither user nor group.
  private Truth withSocket(PacketView packet) {
    Truth holds = Truth.YES;
    if (uid != null) {
      holds = packet.within(Field.UID, uid.low(), uid.high()).not(notUid);
    }
    if (gid != null && holds != Truth.NO) {
      Truth group = packet.within(Field.GID, gid.low(), gid.high());
      if (groups && group != Truth.YES) {
        group = group.or(packet.hasGroup(gid.low(), gid.high()));
      }
      holds = holds.and(group.not(notGid));
    }
    return holds;
  }
}
