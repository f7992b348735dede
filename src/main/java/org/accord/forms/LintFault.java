package org.accord.forms;

/** What is wrong with a form file. */
record LintFault(String file, String field, String rule, String value) {

    @Override
    public String toString() {
        return file + ": " + (field.isEmpty() ? "-" : field) + ": " + rule + ": " + Shown.of(value);
    }
}
