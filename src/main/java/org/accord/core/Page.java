package org.accord.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a longer list.
 *
 * @param next the cursor from which the next page starts; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
