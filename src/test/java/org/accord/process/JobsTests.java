package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.accord.testing.AccordTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AccordTest
class JobsTests {

    private static final int BRANCHES = 12;

    private static final String ASKING_AGAIN = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://accord.invalid/bpmn">
              <bpmn:process id="askingAgain" name="Asking again" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="toMerge" sourceRef="start" targetRef="merge"/>
                <bpmn:exclusiveGateway id="merge"/>
                <bpmn:sequenceFlow id="toTimer" sourceRef="merge" targetRef="timer"/>
                <bpmn:intermediateCatchEvent id="timer"><bpmn:timerEventDefinition>
                  <bpmn:timeDate>2011-11-30T09:00:00Z</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="again" sourceRef="timer" targetRef="merge"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String MEETING = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://accord.invalid/bpmn">
              <bpmn:process id="meetingTimers" name="Meeting timers" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="toTimer" sourceRef="start" targetRef="timer"/>
                <bpmn:intermediateCatchEvent id="timer"><bpmn:timerEventDefinition>
                  <bpmn:timeDate>2011-11-30T09:00:00Z</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="toFork" sourceRef="timer" targetRef="fork"/>
                <bpmn:parallelGateway id="fork"/>
                %s
                <bpmn:parallelGateway id="join" camunda:asyncBefore="true" camunda:exclusive="false"/>
                <bpmn:sequenceFlow id="toEnd" sourceRef="join" targetRef="end"/>
                <bpmn:endEvent id="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(IntStream.range(0, BRANCHES)
            .mapToObj("<bpmn:sequenceFlow id=\"branch%d\" sourceRef=\"fork\" targetRef=\"join\"/>"::formatted)
            .collect(Collectors.joining()));

    @Autowired
    private Jobs jobs;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TransactionTemplate transaction;

    private String instance = "";

    @BeforeEach
    void rest() {
        jobs.stop();
        jobs.runDue();
    }

    private void start(String key, String model) {
        repository.createDeployment().addString(key + ".bpmn", model).deploy();
        transaction.executeWithoutResult(
                status -> instance = runtime.startProcessInstanceByKey(key, key, Map.of("caseId", key))
                        .getId());
    }

    @AfterEach
    void goOn() {
        transaction.executeWithoutResult(
                status -> runtime.deleteProcessInstanceIfExists(instance, "test", false, false, false, false));
        jobs.start();
    }

    @Test
    void aTimerThatAsksForTheMomentAtWhichItFiredWaitsForTheNextRun() {
        start("askingAgain", ASKING_AGAIN);

        int first = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), jobs::runDue);
        int second = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), jobs::runDue);

        assertThat(first).as("fired once").isEqualTo(1);
        assertThat(second).as("and once more").isEqualTo(1);
    }

    @Test
    void jobsOfOneCaseWaitForEachOtherInsteadOfFailing() {
        Logger engine = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.jobexecutor");
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        warnings.start();
        engine.addAppender(warnings);
        try {
            start("meetingTimers", MEETING);
            jobs.start();
            await().until(() -> runtime.createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .count()
                    == 0);
        } finally {
            engine.detachAppender(warnings);
        }

        assertThat(warnings.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }
}
