package org.accord.identity;

import org.accord.core.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills the {@link Actor} argument of request handlers with whoever is signed in. */
class SessionActor implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Actor of(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new IllegalStateException("a request without a signed-in actor reached a handler that needs one");
        }
        boolean token = authentication instanceof ApiTokenFilter.TokenAuthentication;
        return token ? Actor.token(authentication.getName()) : Actor.person(authentication.getName());
    }
}
