package dev.jeton.examples.site;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Optional;

/** New accounts; whoever makes one is logged in. */
@Controller
@RequestMapping("/signup")
class SignUpController {
    private final Logins logins;
    private final Accounts accounts;

    SignUpController(Logins logins, Accounts accounts) {
        this.logins = logins;
        this.accounts = accounts;
    }

    @GetMapping
    String form() {
        return "signup";
    }

    @PostMapping
    @BeginsLogin
    String signUp(
            @RequestParam String name,
            @RequestParam String password,
            HttpServletResponse response,
            Model model) {
        Optional<String> problem = new Credentials(name, password).problem();
        Optional<Account> account =
                problem.isPresent() ? Optional.empty() : accounts.signUp(name, password);
        if (account.isPresent()) {
            logins.begin(account.get(), response);
            return "redirect:/notes";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("name", name);
        model.addAttribute("problem", problem.orElse("The name is taken."));
        return "signup";
    }
}
