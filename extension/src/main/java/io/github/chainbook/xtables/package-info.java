/**
 * The catalogue: what iptables' own options, matches and targets are called and which values they
 * take. A fact about an extension stands here and nowhere else.
 */
package io.github.chainbook.xtables;
