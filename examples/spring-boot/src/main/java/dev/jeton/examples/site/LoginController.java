package dev.jeton.examples.site;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.JwtRequired;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Logging in, going on, logging out: with cookies for browsers, with tokens in JSON for programs. */
@Controller
class LoginController {
    private static final String WRONG = "The name or the password is wrong.";

    private final Jeton jeton;
    private final Logins logins;
    private final Accounts accounts;

    LoginController(Jeton jeton, Logins logins, Accounts accounts) {
        this.jeton = jeton;
        this.logins = logins;
        this.accounts = accounts;
    }

    /** Requires nothing, so that refused visitors can always be sent here. */
    @GetMapping("/login")
    String form(
            @RequestParam(defaultValue = "/notes") String next,
            @RequestParam(defaultValue = "false") boolean confirm,
            Model model) {
        model.addAttribute("next", SafePath.of(next));
        model.addAttribute("confirm", confirm);
        return "login";
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @BeginsLogin
    String login(
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(defaultValue = "/notes") String next,
            HttpServletResponse response,
            Model model) {
        Optional<Account> account = accounts.authenticate(name, password);
        if (account.isPresent()) {
            logins.begin(account.get(), response);
            return "redirect:" + SafePath.of(next);
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        model.addAttribute("name", name);
        model.addAttribute("problem", WRONG);
        return form(next, false, model);
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @BeginsLogin
    ResponseEntity<?> login(@RequestBody Credentials credentials) {
        Optional<Account> account =
                accounts.authenticate(credentials.name(), credentials.password());
        if (account.isPresent()) {
            return ResponseEntity.ok(logins.begin(account.get()).toMap());
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, WRONG);
        problem.setProperty("code", "credentials_refused");
        return ResponseEntity.of(problem).build();
    }

    /** Whose access token has expired is sent here, and on to what they wanted: 307 keeps the method, and the form's fields. */
    @RequestMapping(
            path = "/refresh",
            params = "next",
            method = {RequestMethod.GET, RequestMethod.POST})
    @JwtRequired(refresh = true, locations = COOKIES)
    ResponseEntity<Void> goOn(
            VerifiedJwt jwt, @RequestParam String next, HttpServletResponse response) {
        refreshCookies(jwt, response);
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(SafePath.of(next)))
                .build();
    }

    /** The same for scripts. */
    @PostMapping(path = "/refresh", params = "!next")
    @JwtRequired(refresh = true, locations = COOKIES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refreshCookies(VerifiedJwt jwt, HttpServletResponse response) {
        jeton.cookies().set(response::addHeader, jeton.refresh(jwt));
    }

    /** The same for programs. */
    @PostMapping(path = "/refresh", params = "!next", headers = "Authorization")
    @JwtRequired(refresh = true, locations = HEADERS)
    @ResponseBody
    Map<String, Object> refresh(VerifiedJwt jwt) {
        return jeton.refresh(jwt).toMap();
    }

    /** Jeton clears the cookies by itself. */
    @PostMapping(path = "/logout", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @JwtRequired(logout = true, optional = true)
    String logout(Optional<VerifiedJwt> jwt) {
        jwt.ifPresent(jeton::logout);
        return "redirect:/";
    }

    /** The same for programs. */
    @PostMapping("/logout")
    @JwtRequired(logout = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(VerifiedJwt jwt) {
        jeton.logout(jwt);
    }
}
