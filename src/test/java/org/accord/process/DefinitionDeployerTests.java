package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.cases.Cases;
import org.accord.tasks.Tasks;
import org.accord.testing.AccordTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@AccordTest
class DefinitionDeployerTests {

    @Autowired
    private ApplicationContext accord;

    @Autowired
    private DefinitionDeployer deployer;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private Processes processes;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Cases cases;

    private TrialProcess trial;

    @BeforeEach
    void deployTheTrial() {
        trial = TrialProcess.in(accord);
    }

    @Test
    void aSecondStartWithTheSameFilesMakesNoNewVersion() {
        List<Long> before = deployed();

        deployer.afterSingletonsInstantiated();
        trial.deploy(trial.files());

        assertThat(deployed()).isEqualTo(before);
    }

    @Test
    void aChangedFileMakesANewVersionAndARunningCaseKeepsItsOwn() {
        TrialProcess changing = trial.under("changing");
        changing.deploy(changing.files());
        String running = changing.open();
        changing.deploy(changing.files("trialHeld", "trialHeldAnew"));
        String later = changing.open();

        finish(changing, running);
        finish(changing, later);

        assertThat(versions("changing")).isEqualTo(2);
        assertThat(instance(running).getProcessDefinitionVersion()).isEqualTo(1);
        assertThat(outcome(running)).isEqualTo("trialHeld");
        assertThat(instance(later).getProcessDefinitionVersion()).isEqualTo(2);
        assertThat(outcome(later)).isEqualTo("trialHeldAnew");
    }

    @Test
    void aChangedTranslationMakesANewVersionToo() {
        TrialProcess renamed = trial.under("renamed");
        renamed.deploy(renamed.files());
        renamed.deploy(renamed.files("Проба проведена", "Проба состоялась"));

        ProcessDefinition newest = processes.newest("renamed").orElseThrow();
        assertThat(newest.version()).isEqualTo(2);
        assertThat(processes.elementName(newest.id(), "trialHeld").in(Locale.forLanguageTag("ru")))
                .isEqualTo("Проба состоялась");
    }

    @Test
    void onlyTheChangedProcessGetsANewVersion() {
        TrialProcess one = trial.under("oneOfTwo");
        TrialProcess other = trial.under("otherOfTwo");
        Map<String, byte[]> both = one.files();
        both.putAll(other.files());
        trial.deploy(both);
        both.putAll(one.files("Trial held", "Trial was held"));
        trial.deploy(both);

        assertThat(versions("oneOfTwo")).isEqualTo(2);
        assertThat(versions("otherOfTwo")).isEqualTo(1);
    }

    @Test
    void modelsWithAFaultAreRefusedWholeWithAllFaults() {
        Map<String, byte[]> files = trial.under("sound").files();
        files.putAll(trial.under("faulty").files("value=\"PM\"", "value=\"NOBODY\""));
        files.put("adrift.ru.json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(UnsoundModels.class)
                .isThrownBy(() -> trial.deploy(files))
                .withMessageContaining("faulty.bpmn weighTrial: unknownRole (NOBODY)")
                .withMessageContaining("faulty.bpmn trialMet: unknownRole (NOBODY)")
                .withMessageContaining("adrift.ru.json");
        assertThat(versions("sound")).isZero();
        assertThat(versions("faulty")).isZero();
    }

    private List<Long> deployed() {
        return List.of(
                repository.createDeploymentQuery().count(),
                repository.createProcessDefinitionQuery().count(),
                repository.createDecisionDefinitionQuery().count());
    }

    private long versions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count();
    }

    private void finish(TrialProcess process, String caseKey) {
        String task = process.task(caseKey);
        int version = tasks.claim(TrialProcess.MANAGER, task).version();
        tasks.complete(TrialProcess.MANAGER, task, version, TrialProcess.APPROVED, null);
        AwaitedMessage met = processes.awaitedMessages(caseKey).get(0);
        processes.deliver(TrialProcess.MANAGER, met, Map.of());
    }

    private HistoricProcessInstance instance(String caseKey) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseKey)
                .singleResult();
    }

    private String outcome(String caseKey) {
        return cases.find(TrialProcess.MANAGER, caseKey).outcome();
    }
}
