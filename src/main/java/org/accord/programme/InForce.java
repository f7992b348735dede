package org.accord.programme;

import org.accord.core.Digest;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The programme as this node knows it. Whoever replaces it sees the new one at once, everybody else when it is committed. */
final class InForce {

    /** A programme and the digest of the text that says it. */
    record Version(Digest digest, ProgrammeFile content) {}

    private volatile Version version;

    InForce(Version version) {
        this.version = version;
    }

    Version version() {
        return TransactionSynchronizationManager.getResource(this) instanceof Version own ? own : version;
    }

    void set(Version next) {
        version = next;
    }

    void setWithCommit(Version next) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, next);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(InForce.this);
                if (status == STATUS_COMMITTED) {
                    set(next);
                }
            }
        });
    }
}
