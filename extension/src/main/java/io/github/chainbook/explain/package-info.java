/** Sentences that say what a rule does. */
package io.github.chainbook.explain;
