/** The inbox: who has what to do, and doing it. */
@ApplicationModule(allowedDependencies = {"core", "access", "forms", "process"})
@NullMarked
package org.accord.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
