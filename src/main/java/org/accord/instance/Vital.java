package org.accord.instance;

import java.util.List;

/** A part of Accord whose state an operator wants to see at a glance. Several may exist. */
public interface Vital {

    /** What there is to say now, without the contents of any case. */
    List<Sign> signs();
}
