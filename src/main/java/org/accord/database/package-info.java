/**
 * The store when none is named: a PostgreSQL of Accord's own in the data folder. Nothing here is called by other
 * modules; they see the {@code DataSource} that Spring Boot builds on it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.accord.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
