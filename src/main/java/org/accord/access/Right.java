package org.accord.access;

/** What a role of the programme allows its holder. Which role allows what stands in the programme's file. */
public enum Right {
    /** Hold and complete the tasks of the role. */
    WORK,
    /** See the cases that are open to the whole programme, whatever the scope of the mandate. */
    READ_PROGRAMME,
    /** See the work of every State and organisation that is not confidential. */
    READ_WORK,
    /** See what is stated in confidence, within the scope of the mandate. */
    READ_CONFIDENTIAL,
    /** See everything, the record included; comes with no right to change anything. */
    READ_ALL,
    /** Write the texts of cases, and so read them. */
    DRAFT_TEXTS,
    /** Manage posts, mandates and programmes. */
    ADMINISTER,
    /** Approve or refuse, as the second person, that one post stands in for another. */
    APPROVE_ABSENCE,
    /** See and mend the running of the machine, never the contents of cases. */
    OPERATE,
    /** Move the clock of a demonstration. */
    MOVE_CLOCK
}
