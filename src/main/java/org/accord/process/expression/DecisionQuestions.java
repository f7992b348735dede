package org.accord.process.expression;

import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.accord.process.DecisionCourse;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code decisions} in models: until when a decision runs, and who is asked. */
public final class DecisionQuestions {

    private final Supplier<DecisionCourse> course;

    public DecisionQuestions(Supplier<DecisionCourse> course) {
        this.course = course;
    }

    public Date deadline(DelegateExecution execution, String topic) {
        return Date.from(course.get().deadline(CaseVariables.caseKey(execution), topic));
    }

    public Date reminder(DelegateExecution execution, String topic) {
        return Date.from(course.get().reminder(CaseVariables.caseKey(execution), topic));
    }

    public List<String> voters(DelegateExecution execution, String topic) {
        return course.get().voters(CaseVariables.caseKey(execution), topic);
    }
}
