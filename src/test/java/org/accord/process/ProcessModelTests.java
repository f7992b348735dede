package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Flow;
import org.accord.process.ProcessModel.Kind;
import org.accord.process.ProcessModel.Marker;
import org.accord.process.ProcessModel.Trigger;
import org.junit.jupiter.api.Test;

class ProcessModelTests {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final ProcessModel plan = ModelSamples.model("plan");

    @Test
    void readsTheProcess() {
        assertThat(plan.key()).isEqualTo("plan");
        assertThat(plan.name().in(Locale.ENGLISH)).isEqualTo("Work plan");
        assertThat(plan.name().in(RUSSIAN)).isEqualTo("План работы");
        assertThat(plan.caseKind()).contains("JPA");
        assertThat(plan.starters()).containsExactly("PM", "PAO");
        assertThat(plan.reach()).isEqualTo("programme");
    }

    @Test
    void readsAUserTask() {
        Element task = plan.element("draftPlan").orElseThrow();
        assertThat(task.kind()).isEqualTo(Kind.USER_TASK);
        assertThat(task.name().in(RUSSIAN)).isEqualTo("Подготовить проект");
        assertThat(task.property("facts")).contains("amount, kind>planKind");
        assertThat(task.scope()).isEqualTo("plan");
        assertThat(task.laneId()).isEqualTo("manager");
        assertThat(task.laneName().in(RUSSIAN)).isEqualTo("Руководитель программы");
        assertThat(task.isMultiInstance()).isFalse();
    }

    @Test
    void readsWhatStandsInASubprocessAsPartOfItAndOfItsLane() {
        Element task = plan.element("reportFunds").orElseThrow();
        assertThat(task.scope()).isEqualTo("holdWorkshop");
        assertThat(task.laneId()).isEqualTo("manager");
        assertThat(plan.element("withdraw").orElseThrow().has(Marker.EVENT_SUBPROCESS))
                .isTrue();
    }

    @Test
    void readsEvents() {
        Element timer = plan.element("reviewOverdue").orElseThrow();
        assertThat(timer.attachedTo()).isEqualTo("reviewPlan");
        assertThat(timer.has(Marker.NOT_INTERRUPTING)).isTrue();
        assertThat(timer.trigger()).isEqualTo(new Trigger(Trigger.Type.TIMER, "${deadlines.at(execution,'review')}"));
        assertThat(plan.element("hostWithdrew").orElseThrow().message()).isEqualTo("HostWithdraws");
        assertThat(plan.element("fundsMissing").orElseThrow().trigger().reference())
                .isEqualTo("FUNDS_UNAVAILABLE");
        assertThat(plan.messages().get("HostWithdraws").in(RUSSIAN)).isEqualTo("Отказ принимающей стороны");
    }

    @Test
    void readsCallsForEachState() {
        Element call = plan.element("askStates").orElseThrow();
        assertThat(call.calls()).isEqualTo("opinion");
        assertThat(call.isMultiInstance()).isTrue();
        assertThat(call.has(Marker.PARALLEL)).isTrue();
    }

    @Test
    void readsFlows() {
        Flow answer = plan.flows().stream()
                .filter(flow -> flow.id().equals("consentNeeded"))
                .findFirst()
                .orElseThrow();
        assertThat(answer.condition()).isEqualTo("consent = true");
        assertThat(answer.language()).isEqualTo("feel");
        assertThat(answer.byDefault()).isFalse();
        assertThat(plan.flows().stream().filter(Flow::byDefault).map(Flow::id))
                .containsExactlyInAnyOrder("consentNotNeeded", "fundsThere");
    }

    @Test
    void collectsEveryExpressionAndApartFromThemTheConditions() {
        assertThat(plan.expressions())
                .containsExactlyInAnyOrder(
                        "${step}",
                        "${states.participating(execution)}",
                        "${deadlines.at(execution,'review')}",
                        "#{execution.processBusinessKey}");
        assertThat(plan.conditions()).containsExactlyInAnyOrder("consent = true", "funds = \"none\"");
    }

    @Test
    void speaksEnglishWithoutSideFile() {
        ProcessModel model = ProcessModel.read(ModelSamples.bytes(ModelSamples.text("opinion.bpmn")), Map.of());
        assertThat(model.name().in(RUSSIAN)).isEqualTo("Opinion of a State");
        assertThat(model.starters()).isEmpty();
    }

    @Test
    void refusesADocumentTypeAndWhatIsNotBpmn() {
        String spoilt = ModelSamples.text("opinion.bpmn").replace("<bpmn:definitions", "<!DOCTYPE a><bpmn:definitions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessModel.read(ModelSamples.bytes(spoilt), Map.of()))
                .withMessageContaining("document type");
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessModel.read(ModelSamples.bytes("<a/>"), Map.of()));
    }
}
