package org.accord.exports;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An event log of IEEE 1849-2016: a trace for each case, an event for each entry. */
final class XesFile {

    private static final String NAMESPACE = "http://www.xes-standard.org/";

    /** What happened, as the standard's own model of a life cycle calls it; anything else is complete when it is told. */
    private static final Map<String, String> TRANSITIONS = Map.of(
            "task.opened", "schedule",
            "task.claimed", "assign",
            "task.released", "reassign",
            "task.passed", "reassign",
            "task.withdrawn", "pi_abort",
            "process.started", "start",
            "process.cancelled", "pi_abort");

    private static final Map<String, String> EXTENSIONS = Map.of(
            "Concept", "concept",
            "Lifecycle", "lifecycle",
            "Organizational", "org",
            "Time", "time");

    private final XMLStreamWriter xml;
    private @Nullable String trace;

    XesFile(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("log");
        xml.writeAttribute("xes.version", "1849.2016");
        xml.writeAttribute("xes.features", "");
        for (Map.Entry<String, String> extension : new TreeMap<>(EXTENSIONS).entrySet()) {
            String prefix = extension.getValue();
            empty("extension", "name", extension.getKey(), "prefix", prefix, "uri", NAMESPACE + prefix + ".xesext");
        }
        global("trace", "concept:name");
        global("event", "concept:name", "lifecycle:transition", "time:timestamp");
        empty("classifier", "name", "Step", "keys", "concept:name");
        empty("classifier", "name", "StepAndTransition", "keys", "concept:name lifecycle:transition");
        string("concept:name", "Accord");
        string("lifecycle:model", "standard");
    }

    private void global(String scope, String... keys) throws XMLStreamException {
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
        for (String key : keys) {
            if (key.startsWith("time:")) {
                empty("date", "key", key, "value", "1970-01-01T00:00:00Z");
            } else {
                string(key, key.startsWith("lifecycle:") ? "complete" : "unknown");
            }
        }
        xml.writeEndElement();
    }

    private void string(String key, String value) throws XMLStreamException {
        empty("string", "key", key, "value", value);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        for (int at = 0; at < attributes.length; at += 2) {
            xml.writeAttribute(attributes[at], attributes[at + 1]);
        }
    }

    /** @param step the name of the step of the process, or of the act where it is none */
    void write(ExportedEntry entry, String step) {
        try {
            if (entry.caseKey() != null && !entry.caseKey().equals(trace)) {
                endTrace();
                trace = entry.caseKey();
                xml.writeStartElement("trace");
                string("concept:name", trace);
            }
            event(entry, step);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void event(ExportedEntry entry, String step) throws XMLStreamException {
        xml.writeStartElement("event");
        string("concept:name", step);
        string("lifecycle:transition", TRANSITIONS.getOrDefault(entry.action(), "complete"));
        empty("date", "key", "time:timestamp", "value", entry.at().toString());
        string("org:resource", entry.actor().name());
        if (entry.actor().role() != null) {
            string("org:role", entry.actor().role());
        }
        if (entry.state() != null) {
            string("org:group", entry.state());
        }
        string("act", entry.action());
        empty("int", "key", "entry", "value", Long.toString(entry.entry()));
        xml.writeEndElement();
    }

    private void endTrace() throws XMLStreamException {
        if (trace != null) {
            xml.writeEndElement();
        }
    }

    void close() throws XMLStreamException {
        endTrace();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }
}
