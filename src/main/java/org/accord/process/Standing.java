package org.accord.process;

import org.accord.core.LocalText;

/** An element at which a case stands. */
public record Standing(String elementId, LocalText name, String definitionId) {}
