package org.accord.notifications;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Posts, accounts and addresses for measurements, and one piece of news to tell all of them. */
record ManyReaders(JdbcClient jdbc, String caseKey, int readers) {

    /** Focal points with a mandate, an account and an address each, of one language in turn. */
    void settle() {
        run("insert into accord.programme_post (user_name, name)"
                + " select 'reader-' || number, '{\"en\":\"Reader\",\"ru\":\"Читатель\"}' from " + numbers());
        run("insert into accord.programme_mandate (user_name, role, state, valid_from)"
                + " select 'reader-' || number, 'NFP', 'KZ', date '2000-01-01' from " + numbers());
        run("insert into accord.identity_account (name, password_hash, enabled, demo, language)"
                + " select 'reader-' || number, '', true, false, (array['ru', 'en'])[1 + number % 2] from "
                + numbers());
        run("insert into accord.notification_preference (account, address)"
                + " select 'reader-' || number, 'reader-' || number || '@accord.example' from " + numbers());
    }

    /** Something new for every one of them, due at once. */
    void tell() {
        long news = jdbc.sql("""
                        insert into accord.notification_news (kind, subject, case_key, process, addressees, confidential,
                            by_name, at, spread_at)
                        values ('NOTICE', 'silenceStarted', :key, 'hearing', array['NFP'], false, 'chair', now(), now())
                        returning id
                        """).param("key", caseKey).query(Long.class).single();
        run("insert into accord.notification_notice (news, recipient, due_at) select " + news
                + ", 'reader-' || number, timestamptz '2000-01-01 00:00:00Z' from " + numbers());
    }

    private String numbers() {
        return "generate_series(1, " + readers + ") as series (number)";
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
