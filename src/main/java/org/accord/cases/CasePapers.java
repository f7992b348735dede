package org.accord.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.forms.FormView;
import org.accord.forms.Forms;
import org.accord.tasks.Inbox;
import org.accord.tasks.Submitted;
import org.springframework.stereotype.Component;

/** What was handed in on a case, in the order in which it was handed in. */
@Component
class CasePapers {

    private final Inbox inbox;
    private final Forms forms;

    CasePapers(Inbox inbox, Forms forms) {
        this.inbox = inbox;
        this.forms = forms;
    }

    List<CasePaper> of(Actor reader, String caseKey, Locale locale) {
        Map<List<Object>, Long> newest = new HashMap<>();
        List<CasePaper> papers = new ArrayList<>();
        for (Submitted submitted : inbox.submissionsOf(reader, caseKey)) {
            Long earlier = newest.put(List.of(submitted.element(), submitted.scope()), submitted.number());
            papers.add(new CasePaper(submitted, view(submitted, locale), earlier));
        }
        return papers;
    }

    private FormView view(Submitted submitted, Locale locale) {
        return forms.view(submitted.form(), submitted.data(), Map.of(), List.of(), locale, true)
                .without(submitted.withheld());
    }
}
