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
     * @param field its path in the file, such as {@code name.en}; empty for a section that is one value
     * @param before what stands in the file in force, of a list only what goes, of a long text the part that differs; empty for nothing
     * @param after what stands in the other, likewise
     */
    public record Detail(String field, String before, String after) {}

    public Difference {
        details = List.copyOf(details);
    }
}
