package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSchemaParserTests {

    @Test
    void readsEachKindOfComponent() {
        assertThat(Sample.REVIEW.fields())
                .hasSize(18)
                .hasAtLeastOneElementOfType(Field.Note.class)
                .hasAtLeastOneElementOfType(Field.Text.class)
                .hasAtLeastOneElementOfType(Field.Decimal.class)
                .hasAtLeastOneElementOfType(Field.Moment.class)
                .hasAtLeastOneElementOfType(Field.Checkbox.class)
                .hasAtLeastOneElementOfType(Field.Choice.class)
                .hasAtLeastOneElementOfType(Field.Group.class)
                .hasAtLeastOneElementOfType(Field.Rows.class);
    }

    @Test
    void takesWordsOfEachLanguage() {
        Field.Face face = Sample.REVIEW.fields().get(2).face();

        assertThat(face.label().in(Locale.ENGLISH)).isEqualTo("What is your position?");
        assertThat(face.label().in(Locale.forLanguageTag("ru"))).isEqualTo("Какова ваша позиция?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknownComponent  | {'type':'filepicker','id':'a','key':'file','label':'File'}",
                "unknownProperty   | {'type':'textfield','id':'a','key':'name','label':'Name','disabled':true}",
                "unknownProperty   | {'type':'textfield','id':'a','key':'name','label':'Name','properties':{'earliest':'=today'}}",
                "unknownProperty   | {'type':'textfield','id':'a','key':'name','label':'Name','conditional':{'show':'=true'}}",
                "unknownRule       | {'type':'number','id':'a','key':'sum','label':'Sum','validate':{'minLength':1}}",
                "unknownRule       | {'type':'textfield','id':'a','key':'name','label':'Name','validate':{'validationType':'iban'}}",
                "unknownSubtype    | {'type':'datetime','id':'a','key':'day','label':'Day','subtype':'year'}",
                "badKey            | {'type':'textfield','id':'a','key':'First name','label':'Name'}",
                "badKey            | {'type':'textfield','id':'a','label':'Name'}",
                "badKey            | {'type':'group','id':'a','path':'a.b','label':'Group','components':[{'type':'text','id':'b','text':'x'}]}",
                "missingLabel      | {'type':'textfield','id':'a','key':'name'}",
                "missingText       | {'type':'text','id':'a'}",
                "missingId         | {'type':'text','text':'Words'}",
                "expressionInText  | {'type':'text','id':'a','text':'=name'}",
                "expressionInText  | {'type':'textfield','id':'a','key':'name','label':'Dear {{name}}'}",
                "notAnExpression   | {'type':'textfield','id':'a','key':'name','label':'Name','conditional':{'hide':'true'}}",
                "badPattern        | {'type':'textfield','id':'a','key':'name','label':'Name','validate':{'pattern':'[a-'}}",
                "notANumber        | {'type':'number','id':'a','key':'sum','label':'Sum','validate':{'min':'1'}}",
                "notANumber        | {'type':'textfield','id':'a','key':'name','label':'Name','validate':{'maxLength':-1}}",
                "notYesOrNo        | {'type':'textfield','id':'a','key':'name','label':'Name','validate':{'required':'yes'}}",
                "notText           | {'type':'textfield','id':'a','key':'name','label':7}",
                "valuesOrValuesKey | {'type':'radio','id':'a','key':'choice','label':'Choice'}",
                "valuesOrValuesKey | {'type':'radio','id':'a','key':'choice','label':'Choice','valuesKey':'states','values':[{'value':'a','label':'A'}]}",
                "noOptions         | {'type':'radio','id':'a','key':'choice','label':'Choice','values':[]}",
                "badOption         | {'type':'radio','id':'a','key':'choice','label':'Choice','values':[{'value':1,'label':'A'}]}",
                "duplicateOption   | {'type':'radio','id':'a','key':'choice','label':'Choice','values':[{'value':'a','label':'A'},{'value':'a','label':'A'}]}",
                "noComponents      | {'type':'group','id':'a','label':'Group','components':[]}",
                "duplicateKey      | {'type':'textfield','id':'a','key':'name','label':'Name'},{'type':'textfield','id':'b','key':'name','label':'Name'}",
                "duplicateKey      | {'type':'textfield','id':'a','key':'name','label':'Name'},{'type':'group','id':'b','label':'G','components':[{'type':'textfield','id':'c','key':'name','label':'Name'}]}",
                "duplicateId       | {'type':'textfield','id':'a','key':'name','label':'Name'},{'type':'textfield','id':'a','key':'other','label':'Other'}",
                "sameTranslationKey| {'type':'textfield','id':'a','key':'name','label':'Name'},{'type':'group','id':'name','label':'G','components':[{'type':'text','id':'t','text':'x'}]}",
            })
    void reportsTheFault(String rule, String components) {
        assertThat(Sample.parsed(components).faults())
                .extracting(LintFault::rule)
                .contains(rule);
    }

    @Test
    void theSameKeyMayOccurInTwoGroupsWithPaths() {
        Sample.form("""
                {'type':'group','id':'a','path':'first','label':'A','components':[{'type':'textfield','id':'b','key':'name','label':'Name'}]},
                {'type':'group','id':'c','path':'second','label':'C','components':[{'type':'textfield','id':'d','key':'name','label':'Name'}]}
                """);
    }

    @Test
    void reportsAllFaultsAtOnce() {
        assertThat(Sample.parsed("{'type':'textfield','id':'a','key':'B','validate':{'required':1,'pattern':'('}}")
                        .faults())
                .extracting(LintFault::rule)
                .containsExactlyInAnyOrder("badKey", "missingLabel", "notYesOrNo", "badPattern");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "brokenJson      | {\"type\":",
                "brokenJson      | []",
                "brokenJson      | {\"id\":\"sample\",\"id\":\"sample\"}",
                "brokenJson      | {} {}",
                "id              | {\"type\":\"default\",\"id\":\"other\",\"schemaVersion\":16}",
                "schemaVersion   | {\"type\":\"default\",\"id\":\"sample\",\"schemaVersion\":15}",
                "type            | {\"type\":\"wizard\",\"id\":\"sample\",\"schemaVersion\":16}",
                "unknownProperty | {\"type\":\"default\",\"id\":\"sample\",\"schemaVersion\":16,\"colour\":1}",
                "noComponents    | {\"type\":\"default\",\"id\":\"sample\",\"schemaVersion\":16}",
            })
    void reportsFaultsOfTheFile(String rule, String schema) {
        assertThat(FormSchemaParser.parse(new FormSource("sample", schema, Map.of()), Set.of())
                        .faults())
                .extracting(LintFault::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "missingTranslation | {}",
                "missingTranslation | {\"name.label\":\" \"}",
                "extraTranslation   | {\"name.label\":\"Имя\",\"name.description\":\"Имя\"}",
                "notText            | {\"name.label\":1}",
                "brokenJson         | {",
            })
    void reportsFaultsOfTheSideFile(String rule, String russian) {
        String schema = Sample.schema("{'type':'textfield','id':'a','key':'name','label':'Name'}");

        assertThat(FormSchemaParser.parse(new FormSource("sample", schema, Map.of("ru", russian)), Set.of("ru"))
                        .faults())
                .extracting(LintFault::file, LintFault::rule)
                .contains(tuple("sample.ru.json", rule));
    }

    @Test
    void everyLanguageOfTheProgrammeNeedsItsFileAndNoOtherHasOne() {
        FormSource source = new FormSource(
                "sample",
                Sample.schema("{'type':'text','id':'a','text':'Words'}"),
                Map.of("fr", "{\"a.text\":\"Mots\"}"));

        assertThat(FormSchemaParser.parse(source, Set.of("ru")).faults())
                .extracting(LintFault::toString)
                .containsExactlyInAnyOrder(
                        "sample.ru.json: -: missingSideFile: ru", "sample.fr.json: -: unknownLanguage: fr");
    }
}
