package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.packet.Hook;

/**
 * That a packet came to a hook.
 *
 * @param hook which
 * @param in the interface; null for none
 * @param out the interface; null for none
 * @param passed whether it came out again
 */
public record HookPassage(Hook hook, String in, String out, boolean passed) {}
