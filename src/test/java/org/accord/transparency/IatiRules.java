package org.accord.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the schema of IATI 2.03 asks of an activity, as far as our elements go: which there must be, in what order, with what. */
final class IatiRules {

    private static final List<String> ORDER = List.of(
            "iati-identifier",
            "reporting-org",
            "title",
            "description",
            "participating-org",
            "other-identifier",
            "activity-status",
            "activity-date",
            "contact-info",
            "activity-scope",
            "recipient-country",
            "recipient-region",
            "location",
            "sector",
            "tag",
            "country-budget-items",
            "humanitarian-scope",
            "policy-marker",
            "collaboration-type",
            "default-flow-type",
            "default-finance-type",
            "default-aid-type",
            "default-tied-status",
            "budget",
            "planned-disbursement",
            "capital-spend",
            "transaction",
            "document-link",
            "related-activity",
            "legacy-data",
            "conditions",
            "result",
            "crs-add",
            "fss");
    private static final Set<String> MANDATORY = Set.of(
            "iati-identifier",
            "reporting-org",
            "title",
            "description",
            "participating-org",
            "activity-status",
            "activity-date");
    private static final Map<String, Set<String>> CODES = Map.of(
            "activity-status", Set.of("1", "2", "3", "4", "5", "6"),
            "recipient-country", Set.of("KZ", "KG", "TJ", "TM", "UZ", "AF"),
            "recipient-region", Set.of("619"),
            "sector", Set.of("15210"),
            "policy-marker", Set.of("1"));

    private IatiRules() {}

    static Document parsed(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        } catch (Exception e) {
            throw new AssertionError("not XML", e);
        }
    }

    /** All activities of the file, after each was found to keep the rules. */
    static List<Element> activities(byte[] file) {
        Element root = parsed(file).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("iati-activities");
        assertThat(root.getAttribute("version")).isEqualTo("2.03");
        List<Element> activities = children(root);
        activities.forEach(IatiRules::require);
        return activities;
    }

    private static void require(Element activity) {
        assertThat(activity.getTagName()).isEqualTo("iati-activity");
        assertThat(activity.getAttribute("xml:lang")).isNotEmpty();
        List<String> names =
                children(activity).stream().map(Element::getTagName).toList();
        assertThat(names).containsAll(MANDATORY);
        assertThat(names.stream().map(ORDER::indexOf))
                .as("order")
                .doesNotContain(-1)
                .isSorted();
        for (Element element : children(activity)) {
            String code = element.getAttribute("code");
            assertThat(code.isEmpty()
                            || CODES.getOrDefault(element.getTagName(), Set.of(code))
                                    .contains(code))
                    .as(element.getTagName() + " " + code)
                    .isTrue();
        }
        requireNarratives(activity);
        requireDates(activity);
    }

    private static void requireNarratives(Element activity) {
        for (String described : List.of("reporting-org", "title", "description", "participating-org")) {
            for (Element element : named(activity, described)) {
                assertThat(named(element, "narrative"))
                        .as(described)
                        .isNotEmpty()
                        .allSatisfy(narrative ->
                                assertThat(narrative.getTextContent()).isNotBlank());
            }
        }
    }

    private static void requireDates(Element activity) {
        assertThat(named(activity, "activity-date")).allSatisfy(date -> {
            assertThat(date.getAttribute("iso-date")).matches("\\d{4}-\\d{2}-\\d{2}");
            assertThat(date.getAttribute("type")).isIn("1", "2", "3", "4");
        });
        for (Element budget : named(activity, "budget")) {
            assertThat(children(budget).stream().map(Element::getTagName))
                    .containsExactly("period-start", "period-end", "value");
        }
        for (Element transaction : named(activity, "transaction")) {
            assertThat(children(transaction).stream().map(Element::getTagName))
                    .containsExactly("transaction-type", "transaction-date", "value");
        }
    }

    static List<Element> named(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .toList();
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static String text(Element activity, String name) {
        return named(activity, name).get(0).getTextContent();
    }
}
