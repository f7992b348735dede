package org.accord.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accord.process.DecisionCourse;
import org.springframework.stereotype.Component;

/** Tells models until when a decision runs and who is asked. */
@Component
class DecisionTimes implements DecisionCourse {

    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final DecisionStore store;

    DecisionTimes(DecisionStore store) {
        this.store = store;
    }

    @Override
    public Instant deadline(String caseKey, String topic) {
        DecisionRow row = newest(caseKey, topic);
        if (row.deadline() == null) {
            throw new IllegalStateException(row.id() + " has no end to wait for");
        }
        return row.deadline();
    }

    @Override
    public Optional<Instant> end(String caseKey, String topic) {
        return store.newest(caseKey, topic).map(DecisionRow::deadline);
    }

    @Override
    public Instant reminder(String caseKey, String topic) {
        DecisionRow row = newest(caseKey, topic);
        return row.reminder() == null ? deadline(caseKey, topic).plus(AFTERWARDS) : row.reminder();
    }

    @Override
    public boolean isSecret(String caseKey, String topic) {
        return store.newest(caseKey, topic).filter(DecisionRow::isSecret).isPresent();
    }

    @Override
    public List<String> voters(String caseKey, String topic) {
        return store.electorate(newest(caseKey, topic).id()).entitled();
    }

    private DecisionRow newest(String caseKey, String topic) {
        return store.newest(caseKey, topic)
                .orElseThrow(() -> new IllegalStateException(caseKey + " has no decision on " + topic));
    }
}
