package org.accord.forms;

/** Forms break rules; none of them is used. */
class UnsoundForms extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnsoundForms(String faults) {
        super(faults);
    }
}
