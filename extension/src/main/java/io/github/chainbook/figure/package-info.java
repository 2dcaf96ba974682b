/**
 * Figures as values (boxes, rows, arrows, links, words), built from rulesets. Renderers draw them.
 */
package io.github.chainbook.figure;
