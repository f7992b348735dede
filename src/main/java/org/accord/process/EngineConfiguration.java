package org.accord.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.accord.process.expression.ConditionLists;
import org.accord.process.expression.Deadlines;
import org.accord.process.expression.DecisionQuestions;
import org.accord.process.expression.StateLists;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine and its guards (ADR 0002). */
@Configuration
class EngineConfiguration {

    private static final int LOCK_MILLIS = 60_000;
    private static final int LONGEST_IDLE_MILLIS = 10_000;

    @Bean
    SpringProcessEngineConfiguration engineSettings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EngineParsing parsing,
            CaseJobExecutor executor,
            Map<Object, Object> engineBeans,
            @Value("${accord.engine.schema-update:true}") String schemaUpdate) {
        SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
        settings.setDataSource(dataSource);
        settings.setTransactionManager(transactions);
        settings.setDatabaseSchemaUpdate(schemaUpdate);
        settings.setHistory(HistoryLevel.HISTORY_LEVEL_ACTIVITY.getName());
        settings.setHistoryTimeToLive("P9125D");
        settings.setHistoryCleanupBatchWindowStartTime("01:00+0000");
        settings.setHistoryCleanupBatchWindowEndTime("02:00+0000");
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(parsing)));
        settings.setCmmnEnabled(false);
        settings.setStandaloneTasksEnabled(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setDbMetricsReporterActivate(false);
        guard(settings, engineBeans);
        runJobs(settings, executor);
        return settings;
    }

    private static void guard(SpringProcessEngineConfiguration settings, Map<Object, Object> beans) {
        settings.setBeans(beans);
        settings.setExpressionManager(new GuardedExpressions(beans));
        settings.setEnableExpressionsInAdhocQueries(false);
        settings.setEnableExpressionsInStoredQueries(false);
        settings.setJavaSerializationFormatEnabled(false);
        settings.setProcessEnginePlugins(List.of(new PlainVariables()));
        settings.setDeserializationTypeValidationEnabled(true);
        settings.setScriptEngineResolver(new NoScripts());
        settings.setEnableXxeProcessing(false);
        settings.setBpmnStacktraceVerbose(false);
    }

    @Bean
    CaseJobExecutor jobExecutor(DataSource dataSource) {
        CaseJobExecutor executor = new CaseJobExecutor(dataSource);
        executor.setLockTimeInMillis(LOCK_MILLIS);
        executor.setMaxWait(LONGEST_IDLE_MILLIS);
        return executor;
    }

    private static void runJobs(SpringProcessEngineConfiguration settings, CaseJobExecutor executor) {
        settings.setJobExecutor(executor);
        settings.setJobExecutorActivate(false);
        settings.setJobExecutorDeploymentAware(false);
    }

    /** Everything that an expression in a model can name, and nothing else. */
    @Bean
    Map<Object, Object> engineBeans(
            StepDelegate step,
            ObjectProvider<Participants> participants,
            ObjectProvider<DueDates> dueDates,
            ObjectProvider<DecisionCourse> decisions,
            ObjectProvider<OpenConditions> conditions,
            Clock clock) {
        return Map.of(
                "step", step,
                "conditions", new ConditionLists(conditions::getObject),
                "states", new StateLists(participants::getObject),
                "deadlines", new Deadlines(dueDates::getObject, clock),
                "decisions", new DecisionQuestions(decisions::getObject));
    }

    @Bean
    @DependsOn("engineClock")
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration settings) {
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(settings);
        return factory;
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }
}
