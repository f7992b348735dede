package org.accord.forms;

/** One value on offer, in the reader's language. */
public record OptionView(String id, String value, String label, boolean selected) {}
