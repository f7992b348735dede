package org.accord.programme;

import org.accord.core.LocalText;

/** A part of the strategy that the programme carries out, with its official name. */
public record Pillar(String code, LocalText name) {}
