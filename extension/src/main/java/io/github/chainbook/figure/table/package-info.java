/**
 * What an annotated rule table shows besides the rules' own words: stretches of rules that are
 * alike, what leads to a chain and where it goes, and how often its rules were met.
 */
package io.github.chainbook.figure.table;
