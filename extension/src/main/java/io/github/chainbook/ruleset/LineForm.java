package io.github.chainbook.ruleset;

import java.util.List;

/**
 * What lines have in common that append rules and differ in nothing but names of chains and values.
 *
 * @param parts the parts of the rule, but for a jump to a chain
 * @param jumps whether the rule ends with a jump to a chain
 */
record LineForm(List<PartMemo> parts, boolean jumps) {}
