/** Tests that what the book says of itself is so: its scripts, its dumps, what its guide prints. */
package io.github.chainbook.content;
