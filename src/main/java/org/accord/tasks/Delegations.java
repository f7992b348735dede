package org.accord.tasks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authority to approve spending, delegated by name; the cases know it from the programme. */
public interface Delegations {

    /** Whether authority is delegated by name at all; where it is not, the role is enough. */
    boolean areGiven();

    /** The furthest-reaching one that the post holds today. */
    Optional<Delegation> heldBy(String post);

    /**
     * One delegation.
     *
     * @param limit the highest total in US dollars
     * @param until its last day; absent when no end is set
     * @param by the post that gave it; absent for authority from outside the programme
     */
    record Delegation(
            String post,
            BigDecimal limit,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String by) {

        /** As the record keeps it with what was decided under it. */
        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("post", post);
            named.put("limit", limit);
            named.put("from", from.toString());
            if (until != null) {
                named.put("until", until.toString());
            }
            if (by != null) {
                named.put("by", by);
            }
            return named;
        }
    }
}
