package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedJobsTests {

    @ParameterizedTest
    @CsvSource({
        "org.postgresql.util.PSQLException: ERROR, DATABASE",
        "org.camunda.bpm.engine.OptimisticLockingException: ENGINE-03005, CONTENDED",
        "org.accord.core.Refused: silenceNotAllowed, REFUSED",
        "org.camunda.feel.FeelEngine failed, MODEL",
        "java.lang.NullPointerException, OTHER",
        "'org.camunda.bpm.engine.ProcessEngineException: no\nCaused by: org.camunda.feel.Fault\n\tat org.camunda.bpm.engine.impl.persistence.entity.JobEntity', MODEL",
        "'java.lang.NullPointerException\n\tat org.camunda.bpm.engine.impl.juel.X\n\tat java.sql.SQLException', OTHER",
        ", OTHER"
    })
    void faultsAreToldByTheirKind(String trace, FailedJob.Fault fault) {
        assertThat(FailedJobs.fault(trace)).isEqualTo(fault);
    }
}
