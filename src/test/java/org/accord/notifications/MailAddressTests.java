package org.accord.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.accord.core.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "@example.org",
                "name@",
                "a@b@example.org",
                "name@example.org\r\nBcc: other@example.org",
                "name@example.org\nSubject: x",
                "na me@example.org",
                "Name <name@example.org>",
                "имя@example.org",
                "name@exa\u200Bmple.org",
                "name@example.org,other@example.org",
                "group:name@example.org;",
                "name@example..org",
            })
    void whatIsNoAddressIsRefusedByName(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> MailAddress.parse(typed))
                .satisfies(refused -> assertThat(refused.violations())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.code()).isEqualTo("notAnAddress")));
    }

    @Test
    void aLongOneIsShownShortened() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> MailAddress.parse("n".repeat(100_000) + "@example.org"))
                .satisfies(refused -> assertThat(
                                refused.violations().get(0).args().get(0).toString())
                        .hasSize(255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"focal.point@mfa.example", " name+tag@example.org ", "o'brien@example.org"})
    void anAddressIsTakenAsItIs(String typed) {
        assertThat(MailAddress.parse(typed).text()).isEqualTo(typed.strip());
    }
}
