/**
 * The types of the values that options take: how a word is read, what it means and how
 * iptables-save prints it. It uses nothing of the other packages of extensions.
 */
package io.github.chainbook.xtables.value;
