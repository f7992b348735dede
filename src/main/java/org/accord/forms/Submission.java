package org.accord.forms;

import java.util.Map;
import org.accord.core.CanonicalJson;
import org.accord.core.Digest;

/**
 * What was handed in, after every rule of its form has accepted it. Only {@link Forms#validate} makes one.
 *
 * <p>The data is immutable and has the shape of JSON: text as String, numbers as BigDecimal, checkboxes as Boolean,
 * dates as {@code yyyy-MM-dd}, times as {@code HH:mm[:ss]}, moments as ISO date and time with the offset they were given
 * with or none, several choices as List of String, groups as Map, dynamic lists as List of Map. Fields without an answer
 * are absent, except that a checkbox on show is always there.
 */
public final class Submission {

    private final FormRef form;
    private final Map<String, Object> data;
    private final Digest digest;

    Submission(FormRef form, Map<String, Object> data) {
        this.form = form;
        this.data = data;
        this.digest = Digest.of(CanonicalJson.of(data));
    }

    public FormRef form() {
        return form;
    }

    public Map<String, Object> data() {
        return data;
    }

    /** Digest of the data as canonical JSON: keys sorted, no white space, numbers as plain decimals. */
    public Digest digest() {
        return digest;
    }
}
