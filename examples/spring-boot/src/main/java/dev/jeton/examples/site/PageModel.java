package dev.jeton.examples.site;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.CurrentUser;
import dev.jeton.spring.JetonMvc;
import dev.jeton.web.CsrfMask;
import dev.jeton.web.Outcome;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import java.util.Optional;

/** What every page knows. */
@ControllerAdvice
class PageModel {
    /** Who is logged in. */
    @ModelAttribute("me")
    @Nullable
    Account me(@CurrentUser Optional<Account> account) {
        return account.orElse(null);
    }

    /** Whether the page asked and nobody is. */
    @ModelAttribute("stranger")
    boolean stranger(HttpServletRequest request) {
        return JetonMvc.authentication(request) instanceof Outcome.Anonymous;
    }

    /** What the page's forms repeat. */
    @ModelAttribute("csrf")
    @Nullable
    String csrf(Optional<VerifiedJwt> jwt) {
        return jwt.flatMap(VerifiedJwt::csrf).map(CsrfMask::applied).orElse(null);
    }
}
