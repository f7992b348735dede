package org.accord.process;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.accord.process.ModelLint.Subject;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;

/** What has a name in English has one in every other language of the programme, and nothing else has. */
final class NameRules {

    private final Subject subject;
    private final Map<String, Map<String, String>> sideFiles;
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> free = new HashSet<>();

    NameRules(Subject subject, Map<String, Map<String, String>> sideFiles) {
        this.subject = subject;
        this.sideFiles = sideFiles;
    }

    void check() {
        collect();
        sideFiles.forEach((language, names) -> {
            named.stream()
                    .filter(id -> names.getOrDefault(id, "").isBlank())
                    .forEach(id -> subject.fault(id, "nameMissing", language));
            names.keySet().stream()
                    .filter(id -> !named.contains(id) && !free.contains(id))
                    .forEach(id -> subject.fault(id, "nameSuperfluous", language));
        });
    }

    /** Notes, errors and data may be translated, but need not. */
    private void collect() {
        named.add(subject.model().key());
        for (BaseElement element : subject.instance().getModelElementsByType(BaseElement.class)) {
            boolean mustBeNamed = element instanceof FlowElement
                    || element instanceof Lane
                    || element instanceof Participant
                    || element instanceof Message;
            if (!mustBeNamed) {
                free.add(ModelReader.id(element));
            } else if (hasName(element)) {
                named.add(ModelReader.id(element));
            }
        }
        named.remove("");
        free.remove(subject.model().key());
    }

    private static boolean hasName(BaseElement element) {
        String name = element.getAttributeValue("name");
        return name != null && !name.isBlank();
    }
}
