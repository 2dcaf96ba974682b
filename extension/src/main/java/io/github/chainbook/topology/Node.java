package io.github.chainbook.topology;

/**
 * A machine that holds network namespaces. It only groups them: its own interfaces and rules are
 * those of a namespace of kind {@link Namespace.Kind#HOST} on it.
 *
 * @param name its name
 * @param label what is shown; the name if nothing else was given
 */
public record Node(String name, String label) {}
