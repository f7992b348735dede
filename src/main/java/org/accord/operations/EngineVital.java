package org.accord.operations;

import java.util.List;
import org.accord.instance.Sign;
import org.accord.instance.Vital;
import org.accord.process.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database answers, and what the engine has to do and could not. */
@Component
class EngineVital implements Vital {

    private static final long SLOW_MILLIS = 100;
    private static final long NANOS = 1_000_000;

    private final JdbcClient jdbc;
    private final Jobs jobs;

    EngineVital(JdbcClient jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    @Override
    public List<Sign> signs() {
        return List.of(database(), failed(), due());
    }

    private Sign database() {
        long before = System.nanoTime();
        jdbc.sql("select 1").query(Integer.class).single();
        long millis = (System.nanoTime() - before) / NANOS;
        return Sign.of("database", "answers", millis > SLOW_MILLIS ? Sign.Level.WATCH : Sign.Level.WELL, millis);
    }

    private Sign failed() {
        long failed = jobs.failed();
        return Sign.of("failed", "count", failed > 0 ? Sign.Level.FAILED : Sign.Level.WELL, failed)
                .at("/operations/failures");
    }

    private Sign due() {
        return jobs.isRunning()
                ? Sign.of("jobs", "run", Sign.Level.WELL, jobs.due())
                : Sign.of("jobs", "rest", Sign.Level.FAILED, jobs.due());
    }
}
