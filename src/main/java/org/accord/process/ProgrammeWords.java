package org.accord.process;

import java.util.Set;

/** The words of the programme that models may use. */
public interface ProgrammeWords {

    /** Codes of all roles. */
    Set<String> roles();

    /** The rules of the deadline table. */
    Set<String> deadlines();

    /** The languages of the programme. */
    Set<String> languages();
}
