package org.accord.tasks;

import java.util.List;
import java.util.Map;
import org.accord.core.Actor;

/** What a form starts from besides the facts of the case, so that nobody types it again; modules above know it. */
public interface Prefill {

    /**
     * Values by field, as far as the reader may see them.
     *
     * @param text the fields that hold a text of the case, one for each language of the programme; empty for none
     */
    Map<String, Object> known(Actor reader, String caseKey, List<String> text);
}
