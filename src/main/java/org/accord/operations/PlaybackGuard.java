package org.accord.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.accord.core.Refused;
import org.accord.instance.Playback;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * While history is being played visitors look on ({@code historyIsPlayed}): a case or a task of theirs would make it
 * another history, which the script does not know.
 */
@Component
class PlaybackGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Playback playback;

    PlaybackGuard(Playback playback) {
        this.playback = playback;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (playback.isRunning() && !READING.contains(request.getMethod())) {
            throw Refused.conflict("historyIsPlayed");
        }
        return true;
    }
}
