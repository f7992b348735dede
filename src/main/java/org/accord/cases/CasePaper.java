package org.accord.cases;

import org.accord.forms.FormView;
import org.accord.tasks.Submitted;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in, as a reader may see it.
 *
 * @param earlier the number of what was handed in before at the same step for the same State or organisation, if anything
 */
record CasePaper(
        Submitted submitted, FormView form, @Nullable Long earlier) {

    boolean isVersionOf(CasePaper other) {
        return submitted.element().equals(other.submitted.element())
                && submitted.scope().equals(other.submitted.scope());
    }
}
