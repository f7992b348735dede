package org.accord.transparency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * An activity as IATI has it; nothing in it is confidential.
 *
 * @param code its part of the identifier: the key of its case
 * @param description one text for each language; may be empty
 * @param planned first and last day as planned
 * @param actual first and last day as they were; absent until it took place
 * @param host code of the State that it takes place in (ISO 3166)
 * @param genderMarker 0 to 3 (D12); absent if nobody gave one
 */
record IatiActivity(
        String code,
        LocalText title,
        LocalText description,
        Status status,
        @Nullable Days planned,
        @Nullable Days actual,
        List<Partner> partners,
        @Nullable String host,
        @Nullable Money budget,
        @Nullable Money spent,
        @Nullable Integer genderMarker,
        @Nullable Attendance attendance,
        List<Link> links) {

    IatiActivity {
        partners = List.copyOf(partners);
        links = List.copyOf(links);
    }

    /** The code list of activity status. */
    enum Status {
        PIPELINE(1),
        IMPLEMENTATION(2),
        CLOSED(4),
        CANCELLED(5);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** The code list of the roles of organisations. */
    enum Role {
        FUNDING(1),
        ACCOUNTABLE(2),
        IMPLEMENTING(4);

        private final int code;

        Role(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    record Days(LocalDate first, LocalDate last) {}

    record Partner(Role role, LocalText name) {}

    /** A document that was issued. */
    record Link(String address, String mediaType, String title, String language) {}

    /** US dollars, and the day on which they had that value. */
    record Money(BigDecimal amount, LocalDate day) {}

    /** @param planned absent if no number was planned */
    record Attendance(@Nullable BigDecimal planned, BigDecimal actual) {}

    /**
     * How far gender equality is an objective, on the scale of DAC: not targeted, significant, principal. A marker of 1, a limited
     * contribution, is no objective there.
     */
    @Nullable
    Integer genderSignificance() {
        return genderMarker == null ? null : Math.max(0, genderMarker - 1);
    }
}
