package org.accord.process;

import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.accord.process.expression.CaseVariables;

/** What a step sees of the process that called it. */
public interface StepContext {

    Actor actor();

    String caseKey();

    String processKey();

    String elementId();

    /** The version of the process, in which {@link #elementId()} has its name. */
    String definitionId();

    /** The process instance that runs the step. */
    String instanceId();

    /** A property of the element in the model, which must be there. */
    String property(String name);

    Optional<String> optionalProperty(String name);

    /** A process variable, as text. */
    Optional<String> fact(String name);

    /** The State in whose branch of the process the step runs; the whole programme outside of such branches. */
    default Scope branch() {
        return Scope.ofState(fact(CaseVariables.STATE).orElse(null));
    }

    /** Sets a process variable: a text, a number, a boolean. */
    void setFact(String name, Object value);

    /** Raises a business error that the model catches, such as {@code LANGUAGE_MISMATCH}. */
    RuntimeException businessError(String code);
}
