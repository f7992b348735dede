package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PositionTests {

    @Test
    void onlyObjectionsAndAmendmentsBlock() {
        assertThat(those(Position::blocks))
                .containsExactly(Position.AMENDMENTS_REQUESTED, Position.OBJECT, Position.AMEND);
    }

    @Test
    void aStatementDoesNotBlock() {
        assertThat(those(Position::isStatement)).containsExactly(Position.ENDORSED_WITH_STATEMENT, Position.STATEMENT);
    }

    @Test
    void aStateInConflictWithItselfHasNotReplied() {
        assertThat(those(Position::isNoReply)).containsExactly(Position.INTERNAL_CONFLICT, Position.NO_REPLY);
    }

    @Test
    void aPositionIsReadAsFormsTablesAndRecordsWriteIt() {
        assertThat(Position.parse("endorsedWithStatement")).isEqualTo(Position.ENDORSED_WITH_STATEMENT);
        assertThat(Position.parse("ENDORSED_WITH_STATEMENT")).isEqualTo(Position.ENDORSED_WITH_STATEMENT);
        assertThat(Position.parse("no-reply")).isEqualTo(Position.NO_REPLY);
        assertThat(Position.parse("object")).isEqualTo(Position.OBJECT);
        assertThatThrownBy(() -> Position.parse("maybe")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertThat(Position.values()).allSatisfy(position -> assertThat(Position.find(position.word()))
                .contains(position));
        assertThat(Position.OBJECT.word()).isEqualTo("object");
    }

    @Test
    void whoeverWantsSomethingElseSaysWhat() {
        assertThat(those(Position::needsWords))
                .contains(Position.OBJECT, Position.AMEND, Position.STATEMENT, Position.CORRECTION, Position.RECUSE)
                .doesNotContain(Position.SUPPORT, Position.ABSTAIN, Position.EXTEND);
    }

    private static Position[] those(Predicate<Position> kind) {
        return Arrays.stream(Position.values()).filter(kind).toArray(Position[]::new);
    }
}
