package org.accord.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.accord.core.Violation;

/** The faults found so far in one programme file. */
final class Faults {

    private record Fault(int line, Violation violation) {}

    /** So many are enough to mend; a file of nothing else would fill the memory. */
    private static final int MOST = 200;

    private final String file;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    /** Notes a fault, and refuses the file when there are very many; enum values among the further arguments are told in lower case. */
    void add(String rule, Located at, Object... more) {
        List<Object> args = new ArrayList<>(List.<Object>of(at.line(), at.value()));
        for (Object one : more) {
            args.add(one instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : one);
        }
        found.add(new Fault(at.line(), new Violation(at.path(), "programme." + rule, args)));
        if (found.size() == MOST) {
            throwIfAny();
        }
    }

    /** Refuses the file if there was any fault, with all of them in the order of lines. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(Fault::line));
            throw new ProgrammeRejected(
                    file, found.stream().map(Fault::violation).toList());
        }
    }
}
