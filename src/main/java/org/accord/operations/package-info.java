/** Running Accord: the clock of a demonstration, and what waits for an operator. */
@ApplicationModule(allowedDependencies = {"core", "access", "instance", "programme", "process"})
@NullMarked
package org.accord.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
