package org.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.accord.core.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTests {

    @ParameterizedTest
    @CsvSource({
        "fourteen chars, fourteen chars, password:passwordLength",
        "'', '', password:passwordLength",
        "aaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaa, password:passwordGuessed",
        "my Focal-Point.KZ is great, my Focal-Point.KZ is great, password:passwordGuessed",
        "accord-demo accord-demo, accord-demo accord-demo, password:passwordGuessed",
        "steppe river apricot nine, steppe river apricot, again:passwordsDiffer"
    })
    void whatIsWrongIsNamed(String password, String again, String fault) {
        assertThat(PasswordRule.faults("focal-point.kz", password, again))
                .extracting(violation -> violation.field() + ":" + violation.code())
                .containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({"steppe river apricot nine", "абрикос степь река", "🐎🏔️🌾🐑🐫🦅🌷🍇🍉🎶🧵🧶🕌🏺🪕"})
    void lengthIsEnough(String password) {
        assertThat(PasswordRule.faults("focal-point.kz", password, password)).isEmpty();
    }

    @Test
    void noPasswordIsTooLongByOneOnly() {
        String longest = "abcdefgh".repeat(32);
        assertThat(PasswordRule.faults("chief", longest, longest)).isEmpty();
        assertThat(PasswordRule.faults("chief", longest + "i", longest + "i"))
                .extracting(Violation::code)
                .containsExactly("passwordLength");
        assertThat(PasswordRule.faults("chief", "short secret", "short secret").toString())
                .doesNotContain("short secret");
    }
}
