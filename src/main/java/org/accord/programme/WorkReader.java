package org.accord.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.accord.programme.Codes.Thing;
import org.accord.programme.ProgrammeFile.Work;

/** Reads what the programme does: pillars, initiatives, gatherings, instruments, results. */
final class WorkReader {

    private WorkReader() {}

    static Work read(Fields root) {
        List<Pillar> pillars =
                root.items("pillars").stream().map(WorkReader::pillar).toList();
        List<Initiative> initiatives =
                root.items("initiatives").stream().map(WorkReader::initiative).toList();
        List<Gathering> gatherings = Stream.concat(
                        gatherings(root, "meetings", Gathering.Kind.MEETING),
                        gatherings(root, "workshops", Gathering.Kind.WORKSHOP))
                .toList();
        List<Instrument> instruments =
                root.items("instruments").stream().map(WorkReader::instrument).toList();
        List<Result> results =
                root.optionalItems("results").stream().map(WorkReader::result).toList();
        return new Work(pillars, initiatives, gatherings, instruments, results);
    }

    private static Result result(Fields fields) {
        Result result = new Result(
                fields.declared("code", Thing.RESULT),
                fields.reference("pillar", Thing.PILLAR),
                fields.words("title"),
                fields.words("indicator"),
                fields.text("baseline"),
                fields.text("target"),
                fields.words("means"));
        fields.done();
        return result;
    }

    private static Pillar pillar(Fields fields) {
        Pillar pillar = new Pillar(fields.declared("code", Thing.PILLAR), fields.words("name"));
        fields.done();
        return pillar;
    }

    private static Initiative initiative(Fields fields) {
        Initiative initiative = new Initiative(
                fields.declared("code", Thing.INITIATIVE),
                fields.reference("pillar", Thing.PILLAR),
                fields.words("title"),
                fields.option("flag", Initiative.Flag.values()),
                fields.optionalText("source"),
                fields.optionalWords("note"));
        fields.done();
        return initiative;
    }

    private static Stream<Gathering> gatherings(Fields root, String field, Gathering.Kind kind) {
        return root.items(field).stream().map(fields -> gathering(fields, kind));
    }

    private static Gathering gathering(Fields fields, Gathering.Kind kind) {
        LocalDate from = fields.date("from");
        LocalDate to = fields.date("to");
        fields.inOrder("from", "to");
        Gathering gathering = new Gathering(
                fields.declared("code", Thing.GATHERING),
                kind,
                fields.words("title"),
                fields.words("place"),
                fields.reference("host", Thing.STATE),
                from,
                to,
                fields.references("pillars", Thing.PILLAR),
                fields.optionalCount("participants"),
                fields.references("donors", Thing.ORGANISATION),
                fields.references("coorganisers", Thing.ORGANISATION),
                fields.optionalReference("initiative", Thing.INITIATIVE),
                fields.optionalText("source"),
                fields.optionalWords("sourceNote"));
        fields.done();
        return gathering;
    }

    private static Instrument instrument(Fields fields) {
        Instrument instrument = new Instrument(
                fields.declared("code", Thing.INSTRUMENT),
                fields.option("type", Instrument.Type.values()),
                fields.words("title"),
                fields.optionalReference("gathering", Thing.GATHERING),
                fields.optionalDate("dated"),
                fields.references("adoptedBy", Thing.STATE),
                fields.references("observedBy", Thing.STATE),
                fields.optionalText("source"),
                fields.optionalWords("note"));
        fields.done();
        return instrument;
    }
}
