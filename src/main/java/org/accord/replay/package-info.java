/**
 * Plays the history of a programme: posts do their tasks at the times at which history had them, through the same services
 * and under the same rules as people, while the clock is moved along.
 */
@ApplicationModule(allowedDependencies = {"core", "access", "instance", "programme", "process", "tasks", "cases"})
@NullMarked
package org.accord.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
