package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormLintTests {

    @Test
    void theSampleIsWithoutFault() {
        assertThat(FormLint.faults(Sample.REVIEW, Sample.LISTS, Sample.FEEL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknownValuesKey   | {'type':'select','id':'a','key':'x','label':'X','valuesKey':'planets'}",
                "badExpression      | {'type':'textfield','id':'a','key':'x','label':'X','conditional':{'hide':'=y = ('}}",
                "badExpression      | {'type':'datetime','subtype':'date','id':'a','key':'x','label':'X','properties':{'latest':'=today +'}}",
                "requiredHidden     | {'type':'textfield','id':'a','key':'x','label':'X','conditional':{'hide':'=true'},'validate':{'required':true}}",
                "requiredReadOnly   | {'type':'textfield','id':'a','key':'x','label':'X','readonly':true,'validate':{'required':true}}",
                "minAboveMax        | {'type':'number','id':'a','key':'x','label':'X','validate':{'min':2,'max':1.5}}",
                "minLengthAboveMaxLength | {'type':'textfield','id':'a','key':'x','label':'X','validate':{'minLength':2,'maxLength':1}}",
                "minRowsAboveMaxRows | {'type':'dynamiclist','id':'a','path':'x','label':'X','properties':{'minRows':'3','maxRows':'2'},'components':[{'type':'textfield','id':'b','key':'y','label':'Y'}]}",
                "defaultRepetitionsAboveMaxRows | {'type':'dynamiclist','id':'a','path':'x','label':'X','defaultRepetitions':3,'properties':{'maxRows':'2'},'components':[{'type':'textfield','id':'b','key':'y','label':'Y'}]}",
                "defaultNotAnOption | {'type':'radio','id':'a','key':'x','label':'X','values':[{'value':'a','label':'A'}],'defaultValue':'b'}",
                "badDefault         | {'type':'number','id':'a','key':'x','label':'X','validate':{'max':5},'defaultValue':6}",
                "badDefault         | {'type':'number','id':'a','key':'x','label':'X','defaultValue':'6'}",
                "badDefault         | {'type':'datetime','subtype':'date','id':'a','key':'x','label':'X','defaultValue':'tomorrow'}",
            })
    void reportsTheFault(String rule, String components) {
        FormDefinition form = Sample.form(components);

        assertThat(FormLint.faults(form, Sample.LISTS, Sample.FEEL))
                .extracting(LintFault::rule)
                .containsExactly(rule);
    }

    @Test
    void looksIntoGroupsAndLists() {
        FormDefinition form = Sample.form("""
                {'type':'dynamiclist','id':'a','path':'x','label':'X','components':[
                  {'type':'group','id':'b','path':'y','label':'Y','components':[
                    {'type':'select','id':'c','key':'z','label':'Z','valuesKey':'planets'}]}]}
                """);

        assertThat(FormLint.faults(form, Sample.LISTS, Sample.FEEL))
                .extracting(LintFault::toString)
                .containsExactly("sample.form: x.y.z: unknownValuesKey: planets");
    }
}
