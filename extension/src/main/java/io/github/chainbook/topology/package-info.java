/**
 * Who is where: network namespaces with their addresses, processes and rules, the links between
 * them, services, and the flows that are declared over them.
 */
package io.github.chainbook.topology;
