package io.github.chainbook.figure.deployment;

/** What a deployment figure consists of. */
public sealed interface Part permits Group, Block {}
