package org.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accord.core.Actor;
import org.accord.instance.Time;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.HttpTest;
import org.accord.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Accounts from their invitation to their end, as administrators and their holders see them. */
@HttpTest
@DirtiesContext
class AccountLifeTests {

    private static final Pattern ADDRESS = Pattern.compile("(?s)value=\"http://[^/\"]+(/invitation/[\\w-]{43})\"");
    private static final String PASSWORD = "steppe river apricot nine";

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Time time;

    @Autowired
    private InviteCommand command;

    private Browser administrator() {
        return Browser.signedIn(port, "administrator");
    }

    private static String page(String userName) {
        return "/admin/accounts/" + userName;
    }

    private Answer act(Browser administrator, String userName, String act, Map<String, String> fields) {
        assertThat(administrator.get(page(userName) + "?lang=en").status()).isEqualTo(200);
        return administrator.post(page(userName) + "/" + act, fields);
    }

    private String invited(String userName) {
        Browser administrator = administrator();
        assertThat(act(administrator, userName, "invite", Map.of()).status()).isEqualTo(302);
        Matcher address = ADDRESS.matcher(administrator.get(page(userName)).body());
        assertThat(address.find()).isTrue();
        assertThat(administrator.get(page(userName)).body()).as("shown once").doesNotContain(address.group(1));
        return address.group(1);
    }

    private Answer takenUp(String address, String password, String again) {
        Browser holder = new Browser(port);
        assertThat(holder.get(address + "?lang=en").status()).isEqualTo(200);
        return holder.post(address, Map.of("password", password, "again", again));
    }

    private boolean signsIn(String userName, String password) {
        return !new Browser(port).signIn(userName, password).header("Location").contains("failed");
    }

    @Test
    void whoeverIsInvitedChoosesAPasswordOnceAndTheOldOneIsOver() {
        Browser before = Browser.signedIn(port, "consultant");
        Caller program = Caller.as(port, "consultant");
        before.get("/account/calendar");
        before.post("/account/calendar", Map.of());
        String calendar = before.get("/account/calendar")
                .body()
                .replaceFirst("(?s).*value=\"http://[^/\"]+(/calendar/feed/[^\"]+)\".*", "$1");
        assertThat(Caller.nobody(port).get(calendar).status()).isEqualTo(200);
        String address = invited("consultant");
        assertThat(before.get("/account").status()).as("until it is taken up").isEqualTo(200);
        assertThat(takenUp(address, "short", "short").status()).isEqualTo(422);
        assertThat(takenUp(address, PASSWORD, PASSWORD + "?").body()).contains("not the same password");
        assertThat(takenUp(address, PASSWORD, PASSWORD).header("Location")).endsWith("/sign-in?welcome");
        assertThat(new Browser(port).get(address).status()).isEqualTo(404);
        assertThat(before.get("/account").status()).isEqualTo(302);
        assertThat(program.get("/api/v1/tasks").status()).isEqualTo(401);
        assertThat(Caller.nobody(port).get(calendar).status()).isEqualTo(404);
        assertThat(signsIn("consultant", "accord-demo")).isFalse();
        assertThat(signsIn("consultant", PASSWORD)).isTrue();
        assertThat(administrator().get("/admin?lang=en").body()).contains("active");
    }

    @Test
    void anInvitationIsReplacedByTheNextAndOverAfterAWeek() {
        String first = invited("expert.2");
        String second = invited("expert.2");
        assertThat(new Browser(port).get(first).status()).isEqualTo(404);
        assertThat(new Browser(port).get(second).status()).isEqualTo(200);
        time.moveTo(
                Actor.person("administrator"),
                time.instant().plus(Duration.ofDays(7)).plusSeconds(60));
        Answer late = new Browser(port).get(second + "?lang=en");
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.body()).contains("older than seven days");
        assertThat(new Browser(port).get("/invitation/guess").status()).isEqualTo(404);
    }

    @Test
    void aLockedAccountIsDeadAtOnceUntilItIsOpenedAgain() {
        Browser holder = Browser.signedIn(port, "me-officer");
        Caller program = Caller.as(port, "me-officer");
        String address = invited("me-officer");
        assertThat(program.get("/api/v1/tasks").status()).isEqualTo(200);
        assertThat(act(administrator(), "me-officer", "lock", Map.of("reason", "Left the programme."))
                        .status())
                .isEqualTo(302);
        assertThat(holder.get("/account").status()).isEqualTo(302);
        assertThat(program.get("/api/v1/tasks").status()).isEqualTo(401);
        assertThat(new Browser(port).get(address).status()).isEqualTo(404);
        assertThat(signsIn("me-officer", "accord-demo")).isFalse();
        assertThat(act(administrator(), "me-officer", "invite", Map.of()).status())
                .isEqualTo(409);
        assertThat(act(administrator(), "me-officer", "unlock", Map.of()).status())
                .isEqualTo(302);
        assertThat(signsIn("me-officer", "accord-demo")).isTrue();
        assertThat(program.get("/api/v1/tasks").status())
                .as("tokens stay revoked")
                .isEqualTo(401);
        assertThat(recorded("me-officer")).contains("account.invited", "account.locked", "account.unlocked");
    }

    private List<String> recorded(String userName) {
        return jdbc.sql("select action from accord.audit_entry where subject_type = 'account' and subject_id = :name")
                .param("name", userName)
                .query(String.class)
                .list();
    }

    @Test
    void sessionsAndTokensEndAndThePasswordStays() {
        Browser holder = Browser.signedIn(port, "reviser");
        Caller program = Caller.as(port, "reviser");
        assertThat(program.get("/api/v1/tasks").status()).isEqualTo(200);
        assertThat(act(administrator(), "reviser", "end-sessions", Map.of()).status())
                .isEqualTo(302);
        assertThat(holder.get("/account").status()).isEqualTo(302);
        assertThat(program.get("/api/v1/tasks").status()).isEqualTo(401);
        assertThat(signsIn("reviser", "accord-demo")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "administrator, lock, Goodbye, 409, cannot lock your own",
        "translator, lock, '', 422, Reason",
        "translator, unlock, '', 409, is not locked"
    })
    void whatCannotBeDoneIsSaid(String userName, String act, String reason, int status, String words) {
        Answer refused = act(administrator(), userName, act, Map.of("reason", reason));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body()).contains("error-summary", words);
    }

    @Test
    void aReasonThatIsTooLongIsKeptInTheForm() {
        Answer refused = act(administrator(), "translator", "lock", Map.of("reason", "because ".repeat(100)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("because because because");
        assertThat(signsIn("translator", "accord-demo")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme-manager", "focal-point.kz", "auditor"})
    void onlyAdministratorsAdminister(String userName) {
        Browser other = Browser.signedIn(port, userName);
        assertThat(other.get("/admin").status()).isEqualTo(403);
        assertThat(other.get(page("chief")).status()).isEqualTo(403);
        other.get("/account");
        assertThat(other.post(page("chief") + "/lock", Map.of("reason", "x")).status())
                .isEqualTo(403);
        assertThat(other.post(page("chief") + "/invite", Map.of()).status()).isEqualTo(403);
        assertThat(administrator().get(page("nobody")).status()).isEqualTo(404);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theFirstAccountIsInvitedByCommand(CapturedOutput output) {
        command.run(new DefaultApplicationArguments("invite", "--account=administrator"));
        assertThat(command.getExitCode()).isZero();
        assertThat(output.getOut()).containsPattern("http://\\S+/invitation/[\\w-]{43}");
        command.run(new DefaultApplicationArguments("invite"));
        assertThat(command.getExitCode()).isEqualTo(2);
        command.run(new DefaultApplicationArguments("invite", "--account=nobody"));
        assertThat(command.getExitCode()).isEqualTo(1);
        assertThat(output.getErr()).contains("invite --account=administrator", "noSuchPostHere");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatAdministratorsLockedTheMachineOpens(CapturedOutput output) {
        act(administrator(), "chair", "lock", Map.of("reason", "By mistake."));
        command.run(new DefaultApplicationArguments("invite", "--account=chair"));
        Matcher address = Pattern.compile("/invitation/[\\w-]{43}").matcher(output.getOut());
        assertThat(address.find()).isTrue();
        takenUp(address.group(), PASSWORD, PASSWORD);
        assertThat(signsIn("chair", PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ru, 320"})
    void thePagesLookRight(String language, int width) {
        try (Chromium chromium = Chromium.launch()) {
            Visit administrator = Visit.as(chromium, port, "administrator", language, width, true);
            administrator.open("/admin").looksRight("admin");
            administrator.open(page("deputy-chief")).looksRight("admin-account");
            administrator.page().locator("form[action$='/lock'] button").click();
            administrator.looksRight("admin-account-refused");
            administrator.page().locator("form[action$='/invite'] button").click();
            administrator.looksRight("admin-account-invited");
            String address = administrator.page().locator("#address").inputValue();
            administrator.open(URI.create(address).getPath()).looksRight("invitation");
            administrator.page().locator("#password").fill("short");
            administrator.page().locator("main form button").click();
            administrator.looksRight("invitation-refused");
            assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        }
    }
}
