package org.accord.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.accord.core.Digest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps files and rows together: what a transaction adds is there before it commits, and what it no longer needs goes after it
 * has. The same bytes may belong to several documents; whoever adds or clears them holds their digest.
 */
@Component
class FileShelf {

    private final FileVault vault;
    private final DocumentStore store;
    private final TransactionTemplate transaction;

    FileShelf(FileVault vault, DocumentStore store, TransactionTemplate transaction) {
        this.vault = vault;
        this.store = store;
        this.transaction = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Within a transaction that adds a row for the file; if it does not commit, the file goes again. */
    void keep(FileVault.Incoming incoming) {
        store.lockFile(incoming.digest());
        try {
            vault.keep(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        afterwards(TransactionSynchronization.STATUS_ROLLED_BACK, incoming.digest());
    }

    /** Within a transaction after which a document no longer needs the file. */
    void clear(Digest digest) {
        afterwards(TransactionSynchronization.STATUS_COMMITTED, digest);
    }

    private void afterwards(int wanted, Digest digest) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == wanted) {
                    transaction.executeWithoutResult(open -> deleteIfNotNeeded(digest));
                }
            }
        });
    }

    private void deleteIfNotNeeded(Digest digest) {
        store.lockFile(digest);
        try {
            if (!store.isNeeded(digest)) {
                vault.delete(digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
