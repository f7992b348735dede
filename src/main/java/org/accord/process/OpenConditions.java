package org.accord.process;

import java.util.List;

/** The conditions under which something was approved in a case, as models ask for them. */
public interface OpenConditions {

    /** The numbers of those that are not met yet, in the order in which they were set; asked anew each time. */
    List<String> open(String caseKey);
}
