package org.accord.programme;

import java.util.List;

/** What the readers of one file share. */
final class Reading {

    private final Faults faults;
    private final Codes codes;
    private List<String> languages = List.of();

    Reading(String file) {
        this.faults = new Faults(file);
        this.codes = new Codes(faults);
    }

    Faults faults() {
        return faults;
    }

    Codes codes() {
        return codes;
    }

    /** The languages in which every text read from now on must exist. */
    List<String> languages() {
        return languages;
    }

    void expect(List<String> all) {
        languages = List.copyOf(all);
    }
}
