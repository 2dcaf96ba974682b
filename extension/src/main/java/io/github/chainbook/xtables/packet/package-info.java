/**
 * What matches and targets see of a packet on its way, and how they answer: with three values, as a
 * dump and a packet that somebody wrote down do not decide everything.
 */
package io.github.chainbook.xtables.packet;
