package org.accord.process;

import java.util.List;
import java.util.Locale;
import org.accord.process.ModelLint.Subject;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Flow;
import org.accord.process.ProcessModel.Kind;

/** Gateways ask and flows answer; ends say how it came out. */
record FlowRules(Subject subject) {

    void check() {
        for (Element element : subject.model().elements()) {
            if (element.id().isEmpty()) {
                subject.fault("", "idMissing", element.kind().type());
            }
            if (element.is(Kind.EXCLUSIVE_GATEWAY)) {
                checkGateway(element);
            }
            if (element.is(Kind.END_EVENT)) {
                checkEnd(element);
            }
        }
        subject.model().flows().forEach(this::checkFlow);
    }

    private void checkGateway(Element gateway) {
        List<Flow> ways = subject.model().flows().stream()
                .filter(flow -> flow.source().equals(gateway.id()))
                .toList();
        if (ways.size() < 2) {
            return;
        }
        if (!gateway.isNamed()) {
            subject.fault(gateway.id(), "gatewayUnnamed", "");
        }
        if (ways.stream().noneMatch(Flow::byDefault)) {
            subject.fault(gateway.id(), "gatewayWithoutDefault", "");
        }
        ways.forEach(this::checkAnswer);
    }

    private void checkAnswer(Flow way) {
        if (way.name().in(Locale.ENGLISH).isBlank()) {
            subject.fault(way.id(), "answerUnnamed", way.source());
        }
        if (way.condition() == null && !way.byDefault()) {
            subject.fault(way.id(), "answerWithoutCondition", way.source());
        }
        if (way.condition() != null && way.byDefault()) {
            subject.fault(way.id(), "defaultWithCondition", way.condition());
        }
    }

    private void checkFlow(Flow flow) {
        if (flow.id().isEmpty()) {
            subject.fault("", "idMissing", "sequenceFlow from " + flow.source());
        }
        if (flow.condition() != null && !"feel".equals(flow.language())) {
            subject.fault(flow.id(), "conditionNotFeel", flow.condition());
        } else if (flow.condition() != null && flow.condition().startsWith("=")) {
            subject.fault(flow.id(), "conditionNotFeel", flow.condition());
        }
    }

    private void checkEnd(Element end) {
        if (!end.isNamed()) {
            subject.fault(end.id(), "endUnnamed", "");
        }
        boolean ofProcess = end.scope().equals(subject.model().key());
        if (ofProcess && !end.id().matches("[a-z][a-zA-Z0-9]*")) {
            subject.fault(end.id(), "endIsNoOutcome", end.id());
        }
    }
}
