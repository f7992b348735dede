/** What is coming: own tasks, the ends of decisions, meetings and workshops; as pages, and for calendars of other programs. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "access",
            "programme",
            "process",
            "tasks",
            "cases",
            "decisions",
            "documents",
            "identity",
            "instance"
        })
@NullMarked
package org.accord.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
