package org.accord.process;

/**
 * Automatic work that a model calls by name. Runs in its own transaction, asynchronously, and may run again after a
 * failure: it must be idempotent.
 */
public interface ProcessStep {

    /** The value of the property {@code step} in models. */
    String name();

    void run(StepContext context);
}
