/**
 * The AsciidoctorJ extension: one thin processor for each block and macro, and the book's register
 * of rulesets and references.
 */
package io.github.chainbook.asciidoc;
