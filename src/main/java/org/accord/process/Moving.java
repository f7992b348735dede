package org.accord.process;

import java.util.List;
import org.accord.core.Actor;
import org.accord.core.LocalText;

/** Moves what runs from an older version of a process to the newest. */
public interface Moving {

    /** Where it stands and, if it cannot be moved, the steps that have no place in the newest version. */
    record Fit(String instanceId, String caseKey, boolean fits, List<LocalText> misfits) {

        public Fit {
            misfits = List.copyOf(misfits);
        }
    }

    /** The older versions on which something runs, by process and version. */
    List<Behind> behind();

    /**
     * Whether each of the first so many would fit; tried in a transaction that is taken back, so that nothing moves. The oldest
     * first.
     */
    List<Fit> tryOut(Behind behind, int most);

    /**
     * Moves one, in a transaction of its own, with its tasks and timers as they are. Refuses {@code doesNotFit}, {@code
     * notBehind} if it does not run on that version any more, and {@code contended}.
     */
    void move(Actor actor, Behind behind, String instanceId);
}
