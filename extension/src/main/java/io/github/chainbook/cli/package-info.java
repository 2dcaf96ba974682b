/** The command line: {@code java -jar chainbook.jar COMMAND …}. Prints what the others compute. */
package io.github.chainbook.cli;
