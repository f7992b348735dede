package org.accord.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.accord.core.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NewsStore {

    /** News that could not be spread so often, over most of a day, is left to the operator. */
    static final int TRIES = 10;

    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(News news) {
        jdbc.sql("""
                        insert into accord.notification_news (kind, subject, case_key, process, model, element,
                            addressees, state, organisation, pillar, confidential, by_name, at)
                        values (:kind, :subject, :caseKey, :process, :model, :element,
                            :addressees, :state, :organisation, :pillar, :confidential, :by, :at)
                        """)
                .param("kind", news.kind().name())
                .param("subject", news.subject())
                .param("caseKey", news.caseKey())
                .param("process", news.process())
                .param("model", news.model())
                .param("element", news.element())
                .param("addressees", news.addressees().toArray(String[]::new))
                .param("state", news.scope().state())
                .param("organisation", news.scope().organisation())
                .param("pillar", news.scope().pillar())
                .param("confidential", news.confidential())
                .param("by", news.by())
                .param("at", utc(news.at()))
                .update();
    }

    /** What nobody was told of yet, held until the end of the transaction; not what failed a moment ago. */
    Optional<News> next() {
        return jdbc.sql("""
                        select * from accord.notification_news
                        where spread_at is null and next_at <= clock_timestamp() and tries < :tries
                        order by next_at, id limit 1 for update skip locked
                        """)
                .param("tries", TRIES)
                .query((row, number) -> news(row))
                .optional();
    }

    void spread(long news, Instant at) {
        jdbc.sql("update accord.notification_news set spread_at = :at where id = :news")
                .param("news", news)
                .param("at", utc(at))
                .update();
    }

    void failed(long news) {
        jdbc.sql("""
                        update accord.notification_news
                        set tries = tries + 1, next_at = clock_timestamp() + interval '1 minute' * power(2, tries)
                        where id = :news
                        """).param("news", news).update();
    }

    /** How many could not be spread so far. */
    int stuck() {
        return jdbc.sql("select count(*) from accord.notification_news where spread_at is null and tries > 0")
                .query(Integer.class)
                .single();
    }

    /** Once for each of the recipients, however often it is said. */
    void tell(long news, String recipient, Instant due) {
        jdbc.sql("""
                        insert into accord.notification_notice (news, recipient, due_at) values (:news, :recipient, :due)
                        on conflict (news, recipient) do nothing
                        """)
                .param("news", news)
                .param("recipient", recipient)
                .param("due", utc(due))
                .update();
    }

    /** What a mail tells of, in the order in which it happened. */
    List<News> in(UUID mail) {
        return jdbc.sql("""
                        select news.* from accord.notification_news as news
                        join accord.notification_notice as notice on notice.news = news.id
                        where notice.mail = :mail order by news.id
                        """)
                .param("mail", mail)
                .query((row, number) -> news(row))
                .list();
    }

    /** News that is told to the end, from before then. */
    int forget(Instant before) {
        return jdbc.sql("""
                        delete from accord.notification_news where spread_at < :before
                            and not exists (select 1 from accord.notification_notice as notice
                                where notice.news = notification_news.id)
                        """).param("before", utc(before)).update();
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                row.getLong("id"),
                Wishes.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("case_key"),
                row.getString("process"),
                row.getString("model"),
                row.getString("element"),
                List.of((String[]) row.getArray("addressees").getArray()),
                new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                row.getBoolean("confidential"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
