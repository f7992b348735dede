package org.accord.decisions;

import java.util.function.Consumer;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;

record NamedStep(String name, Consumer<StepContext> work) implements ProcessStep {

    @Override
    public void run(StepContext context) {
        work.accept(context);
    }
}
