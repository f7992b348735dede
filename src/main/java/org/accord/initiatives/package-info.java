/** What the plan undertakes, and how far each part of it has come. */
@ApplicationModule(allowedDependencies = {"core", "programme", "process", "forms", "tasks", "cases", "documents"})
@NullMarked
package org.accord.initiatives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
