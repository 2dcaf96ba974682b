/**
 * All matches and targets of iptables 1.8.9 by name, and the options that need neither. What reads
 * rules asks here; a new extension is added to the matches or targets.
 */
package io.github.chainbook.xtables.catalogue;
