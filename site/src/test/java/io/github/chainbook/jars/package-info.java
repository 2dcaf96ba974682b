/** The jars that people download, tried as they would. */
package io.github.chainbook.jars;
