package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Link;
import java.util.Optional;

/**
 * A line from a block to another one.
 *
 * @param from the number of the block that it leaves
 * @param to the number of the block that it leads to
 * @param flow the place among the figure's flows, from 1, of the one whose it is; 0 for a line that
 *     is not seen and only says that one block stands above the other
 * @param head whether an arrow head is at its end
 * @param link to the hop whose it is; empty if nowhere
 */
public record Wire(int from, int to, int flow, boolean head, Optional<Link> link) {}
