package org.accord.identity;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Local accounts for Spring Security. They carry no authorities: rights follow mandates. */
@Component
class Accounts implements UserDetailsService {

    private final AccountStore store;

    Accounts(AccountStore store) {
        this.store = store;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Account account = store.find(name).orElseThrow(() -> new UsernameNotFoundException("no account of this name"));
        return new User(
                account.name(),
                account.passwordHash(),
                account.enabled(),
                true,
                true,
                true,
                AuthorityUtils.NO_AUTHORITIES);
    }
}
