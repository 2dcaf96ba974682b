/**
 * What the systems that write rules mean by them: profiles, which are data, and the notes that they
 * make for chains and rules.
 */
package io.github.chainbook.explain.profile;
