package org.accord.process;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.accord.process.ModelLint.Subject;
import org.accord.process.ProcessModel.Element;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;

/** Nobody votes in, waits for or is asked in a decision that the model does not open; and a decision has where to wait. */
record BallotRules(Subject subject) {

    private static final Set<String> OPENING = Set.of("openSilence", "openBallot");

    void check() {
        Set<String> opened = topics();
        for (Element element : subject.model().elements()) {
            element.property("ballot").ifPresent(topic -> require(opened, element.id(), topic));
            requireIn(opened, element.id(), ReviewedExpressions.DECISION.matcher(timer(element)));
            if (opens(element)) {
                checkWaiting(element);
            }
        }
        subject.instance()
                .getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> {
                    String collection = Objects.requireNonNullElse(loop.getCamundaCollection(), "");
                    requireIn(
                            opened,
                            ModelReader.id((BaseElement) loop.getParentElement()),
                            ReviewedExpressions.VOTERS.matcher(collection));
                });
    }

    private Set<String> topics() {
        return subject.model().elements().stream()
                .filter(BallotRules::opens)
                .flatMap(element -> element.property("topic").stream())
                .collect(Collectors.toSet());
    }

    private static boolean opens(Element element) {
        return element.property("step").filter(OPENING::contains).isPresent();
    }

    private static String timer(Element element) {
        return Objects.requireNonNullElse(element.trigger().reference(), "");
    }

    private void requireIn(Set<String> opened, String element, Matcher expression) {
        if (expression.matches()) {
            require(opened, element, expression.group(1));
        }
    }

    private void require(Set<String> opened, String element, String topic) {
        if (!opened.contains(topic)) {
            subject.fault(element, "topicNotOpened", topic);
        }
    }

    /** What a decision waits at is a timer of this model. */
    private void checkWaiting(Element element) {
        element.property("waitsAt")
                .filter(timer -> subject.model()
                        .element(timer)
                        .filter(waiting -> ReviewedExpressions.DECISION
                                .matcher(timer(waiting))
                                .matches())
                        .isEmpty())
                .ifPresent(timer -> subject.fault(element.id(), "waitsAtNoTimer", timer));
    }
}
