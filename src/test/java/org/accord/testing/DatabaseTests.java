package org.accord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseTests {

    @Test
    void everyCallGivesAnEmptyDatabaseThatCanBeReachedByItsAddress() {
        DataSource first = Database.freshDatabase();
        DataSource second = Database.freshDatabase();
        JdbcClient.create(first).sql("create table here (word text)").update();
        assertThat(tables(first)).isEqualTo(1);
        assertThat(tables(second)).isZero();
        var again = new DriverManagerDataSource(Database.url(first), Database.username(), Database.password());
        assertThat(tables(again)).isEqualTo(1);
    }

    private static int tables(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from information_schema.tables where table_schema = 'public'")
                .query(Integer.class)
                .single();
    }
}
