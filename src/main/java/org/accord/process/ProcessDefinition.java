package org.accord.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process.
 *
 * @param id names this version for ever
 * @param key the same for all versions; the name of the file
 * @param caseKind the prefix of its cases' keys; absent where it works inside the caller's case
 * @param starters the roles that may start it by hand
 * @param secretariatOnly whether only the secretariat sees its cases
 * @param gathering how its cases are meetings or workshops; absent if they are none
 */
public record ProcessDefinition(
        String id,
        String key,
        int version,
        LocalText name,
        @Nullable String caseKind,
        List<String> starters,
        boolean secretariatOnly,
        @Nullable Gathering gathering) {

    /**
     * A process whose cases people come together for.
     *
     * @param held the ends that a case comes to after it took place; any other end says that it does not
     * @param off what is reached before an end when it is clear that it does not take place
     */
    public record Gathering(Kind kind, List<String> held, List<String> off) {

        public Gathering {
            held = List.copyOf(held);
            off = List.copyOf(off);
        }

        /** What people come together for. */
        public enum Kind {
            MEETING,
            WORKSHOP,
            /** A workshop of which it is not yet decided whether it takes place. */
            PROPOSAL;

            static Optional<Kind> named(@Nullable String word) {
                return Stream.of(values())
                        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst();
            }
        }
    }
}
