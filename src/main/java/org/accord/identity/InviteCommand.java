package org.accord.identity;

import java.util.List;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * The command {@code invite --account=administrator}: makes an invitation and prints its address, for the first account of an
 * installation. Whoever may run it reads the database anyway; it is an entry of the record.
 */
@Component
class InviteCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final String NAME = "invite";

    private final AccountLife accounts;
    private int exitCode;

    InviteCommand(AccountLife accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.getNonOptionArgs().contains(NAME)) {
            return;
        }
        List<String> named = arguments.getOptionValues("account");
        if (named == null || named.size() != 1 || named.get(0).isBlank()) {
            System.err.println("Say for whom: invite --account=administrator");
            exitCode = 2;
            return;
        }
        try {
            System.out.println(accounts.invite(Actor.system("command"), named.get(0)));
        } catch (Refused refused) {
            System.err.println("Nobody was invited: " + refused.code() + " " + refused.args());
            exitCode = 1;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
