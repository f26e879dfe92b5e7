package dev.jeton.examples.site;

import dev.jeton.spring.CurrentUser;
import dev.jeton.spring.JwtRequired;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.Optional;

/** The front page: for everyone, and it greets whom it knows. */
@Controller
class HomeController {
    /** The CSRF cookie stays as long as the refresh token: whoever has only that one is known after a refresh. */
    @GetMapping("/")
    @JwtRequired(optional = true)
    String home(
            @CurrentUser Optional<Account> account,
            @CookieValue("csrf_token") Optional<String> earlierLogin) {
        return account.isEmpty() && earlierLogin.isPresent() ? "redirect:/refresh?next=/" : "home";
    }
}
