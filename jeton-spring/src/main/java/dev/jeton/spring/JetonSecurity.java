package dev.jeton.spring;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * Makes Jeton's tokens the authentication of a {@code SecurityFilterChain}: {@code http.with(JetonSecurity.jeton())}. Refusals have
 * Jeton's form. Requests are not kept in HTTP sessions; Spring's own {@code /logout}, which knows nothing of tokens, is off, and so is its protection
 * against CSRF, for Jeton has one that knows where a token stood: let no other credentials that browsers send by themselves into the same chain.
 */
public final class JetonSecurity extends AbstractHttpConfigurer<JetonSecurity, HttpSecurity> {
    private JetonAuthorities authorities = JetonAuthorities.rolesAndScopes();
    private SecurityRequirements requirements = SecurityRequirements.DEFAULT;

    private JetonSecurity() {}

    /** With authorities from the roles and scopes of a token. */
    public static JetonSecurity jeton() {
        return new JetonSecurity();
    }

    /** With these authorities. */
    public JetonSecurity authorities(JetonAuthorities mapping) {
        authorities = mapping;
        return this;
    }

    /** The Jeton of this name decides. */
    public JetonSecurity by(String name) {
        requirements = SecurityRequirements.by(name);
        return this;
    }

    /** Here already, for other configurers look at what they have been told before this one's turn comes. */
    @Override
    public void setBuilder(HttpSecurity http) {
        super.setBuilder(http);
        SecurityAnswers answers = new SecurityAnswers(() -> requirements);
        http.csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(sessions -> sessions.disable())
                .securityContext(context ->
                        context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(answers).accessDeniedHandler(answers));
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterBefore(
                new SecurityBridge(authorities, requirements.anyone()),
                AnonymousAuthenticationFilter.class);
    }
}
