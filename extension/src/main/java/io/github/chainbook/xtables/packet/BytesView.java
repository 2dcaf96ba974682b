package io.github.chainbook.xtables.packet;

/** The bytes of a packet, from the first of its IP header on, as they are now. */
public interface BytesView {

  /** How many there are; -1 where that is not known. */
  int length();

  /** Where the header of its protocol begins; in IPv6 behind the extension headers. */
  int transport();

  /** A byte from 0 to 255; -1 behind the end, -2 where it is not known. */
  int at(int offset);
}
