package dev.jeton.examples.site;

import dev.jeton.web.UserLookup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The application. What it tells the starter beside properties: {@link #users}, {@link PageAnswers}, {@link Revocations}. */
@SpringBootApplication(proxyBeanMethods = false)
public class Site {
    public static void main(String[] args) {
        SpringApplication site = new SpringApplication(Site.class);
        if (System.getenv("JETON_SECRET_KEY") == null) {
            site.setDefaultProperties(Map.of("jeton.secret-key", keyOfThisRun()));
        }
        String port = site.run(args).getEnvironment().getProperty("local.server.port");
        System.out.println("Jotter is on http://localhost:" + port + " - Ctrl-C stops it.");
    }

    /** So that a trial needs nothing: accounts and notes outlive it, logins do not. */
    private static String keyOfThisRun() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        System.out.println("JETON_SECRET_KEY is not set: logins end with this run.");
        return "base64:" + Base64.getEncoder().encodeToString(key);
    }

    /** Whose a token is: nobody's any more once the account has another password. */
    @Bean
    UserLookup users(Accounts accounts) {
        return jwt -> accounts.find(Long.parseLong(jwt.subject()))
                .filter(account -> Logins.isOfPasswordOf(account, jwt))
                .orElse(null);
    }
}
