package org.accord.forms;

import java.util.List;

/**
 * A field that was answered otherwise than before, in the reader's language.
 *
 * @param label of the field, behind those of the group or row around it
 * @param before what was answered before; empty if nothing was
 * @param after what is answered now; empty if nothing is
 */
public record FieldChange(String label, List<String> before, List<String> after) {}
