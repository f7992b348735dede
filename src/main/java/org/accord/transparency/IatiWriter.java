package org.accord.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.accord.core.LocalText;
import org.accord.transparency.IatiActivity.Days;
import org.accord.transparency.IatiActivity.Money;
import org.jspecify.annotations.Nullable;

/** Activities as a file of IATI 2.03: its elements stand in the order that the schema asks for. */
final class IatiWriter {

    private static final String CENTRAL_ASIA = "619";
    private static final String SECURITY_MANAGEMENT = "15210";
    private static final String OUTCOMES = "A08";
    private static final int MULTILATERAL = 40;
    private static final int OTHER_PUBLIC = 15;

    private final IatiXml xml;
    private final String publisher;
    private final LocalText publisherName;

    private IatiWriter(IatiXml xml, String publisher, LocalText publisherName) {
        this.xml = xml;
        this.publisher = publisher;
        this.publisherName = publisherName;
    }

    /** @param language the one that stands without a mark */
    static byte[] write(
            List<IatiActivity> activities, String publisher, LocalText publisherName, String language, Instant at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            IatiXml xml = new IatiXml(
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name()));
            xml.begin();
            xml.open("iati-activities", "version", "2.03", "generated-datetime", at.truncatedTo(ChronoUnit.SECONDS));
            IatiWriter writer = new IatiWriter(xml, publisher, publisherName);
            for (IatiActivity activity : activities) {
                writer.activity(activity, language);
            }
            xml.close();
            xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("texts and numbers are always XML", e);
        }
        return out.toByteArray();
    }

    private void activity(IatiActivity activity, String language) throws XMLStreamException {
        xml.open("iati-activity", "xml:lang", language, "default-currency", "USD");
        xml.text("iati-identifier", publisher + "-" + activity.code());
        xml.open("reporting-org", "ref", publisher, "type", MULTILATERAL);
        xml.narratives(publisherName);
        xml.close();
        described("title", activity.title());
        described("description", activity.description());
        for (IatiActivity.Partner partner : activity.partners()) {
            boolean own = partner.role() != IatiActivity.Role.FUNDING;
            xml.open("participating-org", "role", partner.role().code(), "type", own ? MULTILATERAL : OTHER_PUBLIC);
            xml.narratives(partner.name());
            xml.close();
        }
        xml.empty("activity-status", "code", activity.status().code());
        dates(activity.planned(), 1, 3);
        dates(activity.actual(), 2, 4);
        place(activity.host());
        xml.empty("sector", "vocabulary", 1, "code", SECURITY_MANAGEMENT, "percentage", 100);
        Integer significance = activity.genderSignificance();
        if (significance != null) {
            xml.empty("policy-marker", "vocabulary", 1, "code", 1, "significance", significance);
        }
        money(activity);
        for (IatiActivity.Link link : activity.links()) {
            xml.open("document-link", "url", link.address(), "format", link.mediaType());
            xml.open("title");
            xml.text("narrative", link.title(), "xml:lang", link.language());
            xml.close();
            xml.empty("category", "code", OUTCOMES);
            xml.empty("language", "code", link.language());
            xml.close();
        }
        result(activity.attendance(), activity.actual());
        xml.close();
    }

    private void described(String element, LocalText text) throws XMLStreamException {
        xml.open(element);
        xml.narratives(text);
        xml.close();
    }

    private void dates(@Nullable Days days, int first, int last) throws XMLStreamException {
        if (days != null) {
            xml.empty("activity-date", "iso-date", days.first(), "type", first);
            xml.empty("activity-date", "iso-date", days.last(), "type", last);
        }
    }

    private void place(@Nullable String host) throws XMLStreamException {
        if (host == null) {
            xml.empty("recipient-region", "vocabulary", 1, "code", CENTRAL_ASIA, "percentage", 100);
        } else {
            xml.empty("recipient-country", "code", host, "percentage", 100);
        }
    }

    private void money(IatiActivity activity) throws XMLStreamException {
        Money budget = activity.budget();
        if (budget != null) {
            LocalDate year = budget.day().withDayOfYear(1);
            xml.open("budget", "type", 1, "status", 2);
            xml.empty("period-start", "iso-date", year);
            xml.empty("period-end", "iso-date", year.plusYears(1).minusDays(1));
            xml.text("value", budget.amount().toPlainString(), "value-date", budget.day());
            xml.close();
        }
        Money spent = activity.spent();
        if (spent != null) {
            xml.open("transaction");
            xml.empty("transaction-type", "code", 4);
            xml.empty("transaction-date", "iso-date", spent.day());
            xml.text("value", spent.amount().toPlainString(), "value-date", spent.day());
            xml.close();
        }
    }

    private void result(IatiActivity.@Nullable Attendance attendance, @Nullable Days days) throws XMLStreamException {
        if (attendance == null || days == null) {
            return;
        }
        xml.open("result", "type", 1, "aggregation-status", 1);
        described("title", IatiXml.RESULT);
        xml.open("indicator", "measure", 1, "ascending", 1);
        described("title", IatiXml.INDICATOR);
        xml.open("period");
        xml.empty("period-start", "iso-date", days.first());
        xml.empty("period-end", "iso-date", days.last());
        if (attendance.planned() != null) {
            xml.empty("target", "value", attendance.planned().toPlainString());
        }
        xml.empty("actual", "value", attendance.actual().toPlainString());
        xml.close();
        xml.close();
        xml.close();
    }
}
