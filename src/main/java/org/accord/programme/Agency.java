package org.accord.programme;

import org.accord.core.LocalText;

/** A kind of national agency that each participating State is expected to have. */
public record Agency(String code, LocalText name) {}
