package io.github.chainbook.topology.capture;

import io.github.chainbook.text.SourceText;

/**
 * A captured file.
 *
 * @param kind what it says
 * @param text its text
 */
public record CapturedText(CaptureKind kind, SourceText text) {}
