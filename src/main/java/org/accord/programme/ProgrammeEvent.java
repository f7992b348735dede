package org.accord.programme;

import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Digest;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/** What can happen to a programme. */
public sealed interface ProgrammeEvent extends DomainEvent {

    /**
     * A programme file was taken over whole.
     *
     * @param programme code of the programme
     * @param digest of the file's text
     */
    record Imported(Actor by, String programme, String file, Digest digest, int posts, int mandates)
            implements ProgrammeEvent {

        @Override
        public Subject about() {
            return new Subject("programme", programme);
        }

        @Override
        public String action() {
            return "programme.imported";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("file", file, "digest", digest.hex(), "posts", posts, "mandates", mandates);
        }
    }
}
