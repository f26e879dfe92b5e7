package dev.jeton.examples.quickstart;

import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.javalin.JetonPlugin.optionalJwt;
import static dev.jeton.javalin.JetonPlugin.user;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import static io.javalin.http.HttpStatus.BAD_REQUEST;
import static io.javalin.http.HttpStatus.UNAUTHORIZED;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.examples.quickstart.Accounts.Account;
import dev.jeton.jwt.VerifiedJwt;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.validation.ValidationException;

import java.util.LinkedHashMap;
import java.util.Map;

/** The routes of the example. What a route requires stands beside it; its handler runs only for a request that has it. */
final class Routes {
    private final Jeton jeton;
    private final Accounts accounts;

    Routes(Jeton jeton, Accounts accounts) {
        this.jeton = jeton;
        this.accounts = accounts;
    }

    /** What a client logs in with. */
    record Credentials(String name, String password) {
        boolean isComplete() {
            return name != null && password != null;
        }
    }

    /** Thrown for a wrong name or password. */
    private static final class CredentialsRefused extends Exception {
        private static final long serialVersionUID = 1L;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/login", ctx -> ctx.json(login(ctx).toMap()));
        routes.get("/protected", this::greet, jwtRequired());
        routes.get("/optional", this::greet, jwtRequired(r -> r.optional()));
        routes.get("/me", ctx -> ctx.json(user(ctx)), jwtRequired());
        routes.get(
                "/accounts", ctx -> ctx.json(accounts.names()), jwtRequired(r -> r.roles("admin")));

        routes.get("/fresh", this::greet, jwtRequired(r -> r.fresh()));
        routes.post(
                "/refresh",
                ctx -> ctx.json(jeton.refresh(jwt(ctx)).toMap()),
                jwtRequired(r -> r.refresh().locations(HEADERS)));

        routes.get("/only-headers", this::greet, jwtRequired(r -> r.locations(HEADERS)));
        routes.get("/query-string", this::greet, jwtRequired(r -> r.locations(QUERY_STRING)));
        routes.post("/json-body", this::greet, jwtRequired(r -> r.locations(JSON)));

        routes.post(
                "/cookies/login",
                ctx -> setCookies(ctx, login(ctx)),
                jwtRequired(r -> r.optional().locations(HEADERS).sameOrigin()));
        routes.post(
                "/cookies/refresh",
                ctx -> setCookies(ctx, jeton.refresh(jwt(ctx))),
                jwtRequired(r -> r.refresh().locations(COOKIES)));

        routes.post("/revoke", this::revoke, jwtRequired(r -> r.anyType()));
        routes.post("/logout", this::logout, jwtRequired(r -> r.logout()));

        routes.exception(CredentialsRefused.class, (e, ctx) -> {
            ctx.header("WWW-Authenticate", "Bearer");
            problem(ctx, UNAUTHORIZED, "credentials_refused", "The name or the password is wrong.");
        });
        routes.exception(
                ValidationException.class,
                (e, ctx) -> problem(
                        ctx,
                        BAD_REQUEST,
                        "request_invalid",
                        "The body must be a name and a password."));
    }

    private Tokens login(Context ctx) throws CredentialsRefused {
        Credentials given = ctx.bodyValidator(Credentials.class)
                .check(Credentials::isComplete, "name and password are required")
                .get();
        Account account = accounts.authenticate(given.name(), given.password());
        if (account == null) {
            throw new CredentialsRefused();
        }
        return jeton.login(
                account.name(),
                login -> login.fresh().roles(account.roles().toArray(String[]::new)));
    }

    private void greet(Context ctx) {
        String name = optionalJwt(ctx).map(VerifiedJwt::subject).orElse("nobody");
        ctx.json(Map.of("logged_in_as", name));
    }

    private void setCookies(Context ctx, Tokens tokens) {
        jeton.cookies().set(ctx.res()::addHeader, tokens);
        ctx.json(Map.of("csrf_token", tokens.csrf().orElseThrow()));
    }

    private void revoke(Context ctx) {
        jeton.revoke(jwt(ctx));
        ctx.json(Map.of("revoked", jwt(ctx).type().claim()));
    }

    private void logout(Context ctx) {
        jeton.logout(jwt(ctx));
        ctx.json(Map.of("logged_out", jwt(ctx).subject()));
    }

    /** Answers as Jeton does (RFC 9457). */
    private static void problem(Context ctx, HttpStatus status, String code, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getMessage());
        problem.put("status", status.getCode());
        problem.put("detail", detail);
        problem.put("code", code);
        ctx.status(status).json(problem).contentType("application/problem+json");
    }
}
