/** How the work goes: where it is slow, who is late, what was covered, decided and paid; as pages, tables, files and a month's PDF. */
@ApplicationModule(allowedDependencies = {"core", "access", "programme", "process", "papers"})
@NullMarked
package org.accord.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
