package dev.jeton.spring.boot;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Date;
import java.util.List;
import java.util.Map;

import javax.crypto.SecretKey;

/** What applications copy from one another. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {JetonMvcAutoConfiguration.class, JetonAutoConfiguration.class})
@Import({
    CopiedFilter.Tokens.class,
    CopiedFilter.TokenFilter.class,
    CopiedFilter.Chain.class,
    CopiedFilter.Routes.class
})
class CopiedFilter {
    static class Tokens {
        private final SecretKey key = Keys.hmacShaKeyFor(
                "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE".getBytes(StandardCharsets.UTF_8));

        String issue(String subject, List<String> roles, long seconds) {
            Date now = new Date();
            return Jwts.builder()
                    .subject(subject)
                    .claim("roles", roles)
                    .issuedAt(now)
                    .expiration(new Date(now.getTime() + seconds * 1000))
                    .signWith(key)
                    .compact();
        }

        Claims verify(String token) {
            return Jwts.parser()
                    .verifyWith(key)
                    .build()
                    .parseSignedClaims(token)
                    .getPayload();
        }
    }

    static class TokenFilter extends OncePerRequestFilter {
        private final Tokens tokens;

        TokenFilter(Tokens tokens) {
            this.tokens = tokens;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String header = request.getHeader("Authorization");
            if (header != null && header.startsWith("Bearer ")) {
                try {
                    Claims claims = tokens.verify(header.substring(7));
                    List<?> roles = claims.get("roles", List.class);
                    String[] authorities =
                            roles.stream().map(role -> "ROLE_" + role).toArray(String[]::new);
                    SecurityContextHolder.getContext()
                            .setAuthentication(new UsernamePasswordAuthenticationToken(
                                    claims.getSubject(),
                                    null,
                                    AuthorityUtils.createAuthorityList(authorities)));
                } catch (JwtException refused) {
                    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                    return;
                }
            }
            chain.doFilter(request, response);
        }
    }

    static class Chain {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, TokenFilter filter) {
            return http.csrf(csrf -> csrf.disable())
                    .sessionManagement(sessions ->
                            sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .authorizeHttpRequests(rules -> rules.requestMatchers("/login", "/refresh")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class)
                    .build();
        }
    }

    @RestController
    static class Routes {
        private final Tokens tokens;

        Routes(Tokens tokens) {
            this.tokens = tokens;
        }

        @PostMapping("/login")
        Map<String, String> login(@RequestParam("name") String name) {
            return Map.of(
                    "access_token", tokens.issue(name, List.of("user"), 900),
                    "refresh_token", tokens.issue(name, List.of("user"), 2_592_000));
        }

        @PostMapping("/refresh")
        Map<String, String> refresh(@RequestParam("refresh_token") String token) {
            String subject = tokens.verify(token).getSubject();
            return Map.of("access_token", tokens.issue(subject, List.of("user"), 900));
        }

        @GetMapping("/me")
        String me(Principal principal) {
            return principal.getName();
        }
    }
}
