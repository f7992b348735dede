package org.accord.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions of forms; they come without the leading equals sign. */
@FunctionalInterface
public interface Feel {

    /**
     * The value as Boolean, Number, String, java.time value, List or Map; null if the expression yields none or cannot
     * be computed in this context. Dates in the context are java.time values, fields without an answer are null.
     */
    @Nullable
    Object evaluate(String expression, Map<String, ? extends @Nullable Object> context);

    /** Why the expression cannot be parsed; null if it can, or if that is not known before it is evaluated. */
    default @Nullable String fault(String expression) {
        return null;
    }
}
