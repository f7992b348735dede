package org.accord.process;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs jobs as people's commands are run: each holds its case before it reads anything, so that timers of one case, its called
 * processes included, wait for each other and for people instead of failing on what another has changed.
 */
final class CaseJobExecutor extends DefaultJobExecutor {

    private final JdbcClient jdbc;

    CaseJobExecutor(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobIds, engine) {

            @Override
            protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failures) {
                CaseJobExecutor.this.execute(jobId, commands, failures, engine.getProcessEngineConfiguration());
            }
        };
    }

    /** Runs one job now, in the thread of the caller; what goes wrong is thrown, and costs the job a retry. */
    void execute(String jobId, ProcessEngineConfigurationImpl settings) {
        execute(jobId, settings.getCommandExecutorTxRequired(), new JobFailureCollector(jobId), settings);
    }

    private void execute(
            String jobId,
            CommandExecutor commands,
            JobFailureCollector failures,
            ProcessEngineConfigurationImpl settings) {
        ExecuteJobHelper.executeJob(jobId, commands, failures, new HoldingTheCase(jdbc, jobId, failures), settings);
    }

    private static final class HoldingTheCase extends ExecuteJobsCmd {

        private static final long serialVersionUID = 1L;

        private final transient JdbcClient jdbc;

        HoldingTheCase(JdbcClient jdbc, String jobId, JobFailureCollector failures) {
            super(jobId, failures);
            this.jdbc = jdbc;
        }

        @Override
        public Void execute(CommandContext context) {
            jdbc.sql("""
                            select pg_advisory_xact_lock(hashtextextended(instance.business_key_, 0)) is null
                            from act_ru_job job
                            join act_ru_execution instance on instance.id_ = job.process_instance_id_
                            where job.id_ = :job
                            """).param("job", jobId).query(Boolean.class).optional();
            return super.execute(context);
        }
    }
}
