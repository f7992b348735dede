/**
 * The programme Accord runs: its States, pillars, organisations, roles, posts, initiatives, gatherings and deadlines.
 * All of it is data of one file, checked whole and taken over once.
 */
@ApplicationModule(allowedDependencies = {"core", "access"})
@NullMarked
package org.accord.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
