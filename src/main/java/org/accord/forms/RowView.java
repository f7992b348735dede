package org.accord.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dynamic list.
 *
 * @param name path of the row; a hidden input of this name keeps a row without ticks in what the browser sends
 * @param number as people count, from 1
 * @param remove value of the button {@code _remove} that takes this row out; absent if rows are fixed
 */
public record RowView(
        String name,
        int number,
        List<FieldView> fields,
        @Nullable String remove) {}
