package org.accord.forms;

import java.util.ArrayList;
import java.util.List;
import org.accord.core.Violation;

/** Collects broken rules; beyond some hundreds nobody reads on. */
final class Violations {

    private static final int MOST = 200;

    private final List<Violation> found = new ArrayList<>();

    void add(String path, String code, Object... args) {
        if (found.size() < MOST) {
            found.add(Violation.of(path, code, args));
        }
    }

    int count() {
        return found.size();
    }

    List<Violation> all() {
        return List.copyOf(found);
    }
}
