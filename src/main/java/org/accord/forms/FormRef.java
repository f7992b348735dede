package org.accord.forms;

/** One version of a form: the one a task was opened with stays its form. */
public record FormRef(String key, int version) {

    @Override
    public String toString() {
        return key + "/" + version;
    }
}
