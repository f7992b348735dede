package org.accord.programme;

import java.util.List;

/**
 * One thing in which two programme files differ. The order of things is not compared.
 *
 * @param section the field at the top of the file, such as {@code states}
 * @param item the code of the one that differs; empty for a section without such
 */
public record Difference(String section, String item, Sort sort, List<Detail> details) {

    /** What becomes of it. */
    public enum Sort {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A field that differs.
     *
     * @param field its name in the file; empty for a section that is one value
     * @param before what stands in the file in force, of a list only what goes; empty for nothing
     * @param after what stands in the other, of a list only what comes; empty for nothing
     */
    public record Detail(String field, String before, String after) {}

    public Difference {
        details = List.copyOf(details);
    }
}
