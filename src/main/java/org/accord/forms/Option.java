package org.accord.forms;

import org.accord.core.LocalText;

/** One of the values a field offers. */
public record Option(String value, LocalText label) {}
