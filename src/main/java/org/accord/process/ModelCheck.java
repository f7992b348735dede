package org.accord.process;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.forms.Forms;
import org.springframework.stereotype.Component;

/** Lets no model in that breaks a rule of ours; says all that is wrong at once. */
@Component
class ModelCheck {

    private final ProgrammeWords words;
    private final Forms forms;
    private final StepDelegate steps;

    ModelCheck(ProgrammeWords words, Forms forms, StepDelegate steps) {
        this.words = words;
        this.forms = forms;
        this.steps = steps;
    }

    void requireSound(Map<String, byte[]> files) {
        List<ModelLint.Fault> faults = ModelLint.check(files, known());
        if (!faults.isEmpty()) {
            throw new UnsoundModels(faults);
        }
    }

    ModelLint.Known known() {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        forms.keys().forEach(key -> fields.put(key, new HashSet<>(forms.fieldKeys(forms.current(key)))));
        return new ModelLint.Known(
                words.roles(),
                fields,
                new HashSet<>(steps.names()),
                words.deadlines(),
                Set.of("caseId", "parentCase", "outcome", "state"),
                words.languages(),
                Set.of());
    }
}
