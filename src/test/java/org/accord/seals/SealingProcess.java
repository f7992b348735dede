package org.accord.seals;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals in a process of its own, which can be killed; says {@code sealing} when it begins. */
public final class SealingProcess {

    private SealingProcess() {}

    /** @param args address, user and password of the database, folder of the seals, {@code once} or {@code forever} */
    public static void main(String[] args) {
        DriverManagerDataSource database = new DriverManagerDataSource(args[0], args[1], args[2]);
        Sealer sealer = new Sealer(
                new SealStore(JdbcClient.create(database)),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new KeyFile(Path.of(args[3]), "localhost/accord/demo"),
                new CheckpointFolder(Path.of(args[3])));
        System.out.println("sealing");
        do {
            sealer.sealAll();
        } while (args[4].equals("forever"));
    }
}
