/**
 * Seals the record: a Merkle tree over its entries, checkpoints signed with a key that lies outside the database, their
 * publication, and proofs. Formats are those of C2SP, hashing is that of RFC 6962.
 */
@ApplicationModule(allowedDependencies = {"core", "access", "audit", "instance"})
@NullMarked
package org.accord.seals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
