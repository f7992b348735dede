/** What people say to each other about cases and tasks: each to as many as they mean, and never to more than may see the matter. */
@ApplicationModule(
        allowedDependencies = {"core", "access", "search", "forms", "programme", "process", "tasks", "cases", "audit"})
@NullMarked
package org.accord.comments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
