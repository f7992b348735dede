/** What people are told by mail: their tasks, deadlines and the notices of processes, when and where they want it. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "access",
            "programme",
            "process",
            "tasks",
            "cases",
            "calendar",
            "comments",
            "documents",
            "identity",
            "instance"
        })
@NullMarked
package org.accord.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
