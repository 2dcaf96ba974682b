package io.github.chainbook.netfilter;

/** Which of iptables' back ends loaded the rules. */
public enum Backend {
  /** The kernel's ip_tables. */
  LEGACY,
  /** The kernel's nf_tables. */
  NFT;

  /** The word of the command line and of JSON. */
  public String word() {
    return this == LEGACY ? "legacy" : "nft";
  }
}
