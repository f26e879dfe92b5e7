package dev.jeton.spring.boot;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.JwtRequired;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** The same application with Jeton. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(JetonInstead.Routes.class)
class JetonInstead {
    @RestController
    static class Routes {
        private final Jeton jeton;

        Routes(Jeton jeton) {
            this.jeton = jeton;
        }

        @PostMapping("/login")
        Map<String, Object> login(@RequestParam("name") String name) {
            return jeton.login(name, login -> login.roles("user")).toMap();
        }

        @PostMapping("/refresh")
        @JwtRequired(refresh = true)
        Map<String, Object> refresh(VerifiedJwt jwt) {
            return jeton.refresh(jwt).toMap();
        }

        @GetMapping("/me")
        @JwtRequired
        String me(VerifiedJwt jwt) {
            return jwt.subject();
        }
    }
}
