package org.accord.decisions;

import java.util.List;
import org.accord.core.LocalText;
import org.accord.tasks.CaseDirectory;

/** What a decision is about, where nobody has put a question: what its case is called at that moment. */
final class Titles {

    private Titles() {}

    static LocalText of(CaseDirectory cases, String caseKey) {
        return cases.titles(List.of(caseKey)).getOrDefault(caseKey, LocalText.english(caseKey));
    }
}
