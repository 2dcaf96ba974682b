package io.github.chainbook.xtables.value;

/**
 * A zone of connection tracking, and the directions of a connection that it counts for; in the
 * other one the connection is in zone 0: nf_ct_zone_id of net/netfilter/nf_conntrack_zones.h.
 *
 * @param zone the zone
 * @param original whether it counts for the direction of a connection's first packet
 * @param reply whether it counts for replies
 */
public record DirectedZone(Zone zone, boolean original, boolean reply) {

  /** The zone of all that has none. */
  public static final DirectedZone NONE = new DirectedZone(new Zone(0, false), true, true);

  private static final long NUMBER = 0xFFFF;

  /** The same for a packet with this mark. */
  public DirectedZone ofMark(long mark) {
    return zone.byMark()
        ? new DirectedZone(new Zone((int) (mark & NUMBER), false), original, reply)
        : this;
  }

  /** The number of the zone that a direction of a connection is in. */
  public int number(boolean ofReply) {
    return (ofReply ? reply : original) ? zone.id() : 0;
  }
}
