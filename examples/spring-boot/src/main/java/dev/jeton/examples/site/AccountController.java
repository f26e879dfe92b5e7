package dev.jeton.examples.site;

import dev.jeton.spring.CurrentUser;
import dev.jeton.spring.JwtRequired;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Optional;

/** The account: opens only to those who have just proved who they are. */
@Controller
@RequestMapping("/account")
@JwtRequired(fresh = true)
class AccountController {
    private final Logins logins;
    private final Accounts accounts;

    AccountController(Logins logins, Accounts accounts) {
        this.logins = logins;
        this.accounts = accounts;
    }

    @GetMapping
    String page() {
        return "account";
    }

    /** All logins of the old password end, wherever they are; this browser has a new one. */
    @PostMapping
    String changePassword(
            @CurrentUser Account account,
            @RequestParam String password,
            HttpServletResponse response,
            Model model) {
        Optional<String> problem = Credentials.passwordProblem(password);
        if (problem.isEmpty()) {
            logins.begin(accounts.changePassword(account, password), response);
            return "redirect:/account?changed";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", problem.get());
        return "account";
    }
}
