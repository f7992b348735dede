/** For auditors: the record explored, who holds which right today and since when, who granted it, and whether duties are kept apart. */
@ApplicationModule(allowedDependencies = {"core", "access", "programme", "audit", "cases"})
@NullMarked
package org.accord.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
