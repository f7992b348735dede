package org.accord.forms;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of the programme that a form may offer by name ({@code valuesKey}). */
public interface Options {

    /** The values on offer now, in the order to show them; an empty list for a name it does not know. */
    List<Option> named(String valuesKey, Map<String, ? extends @Nullable Object> context);

    boolean knows(String valuesKey);

    /** The zone in which a day begins for those who fill in forms. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
