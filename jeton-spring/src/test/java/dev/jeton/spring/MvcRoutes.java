package dev.jeton.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Functional routes of Spring MVC: one that says nothing, an open one, protected ones, and one behind a filter of the application's. */
@Component
class MvcRoutes {
    private static RouterFunctions.Builder route(String path) {
        return RouterFunctions.route().GET(path, request -> ServerResponse.ok().body("function"));
    }

    @Bean
    RouterFunction<ServerResponse> silentRoutes() {
        return route("/function").build();
    }

    @Bean
    RouterFunction<ServerResponse> openRoutes() {
        return route("/function/open").filter(JetonMvc.publicRoute()).build();
    }

    @Bean
    RouterFunction<ServerResponse> protectedRoutes() {
        return route("/function/protected").filter(JetonMvc.jwtRequired()).build();
    }

    @Bean
    RouterFunction<ServerResponse> freshRoutes() {
        return route("/function/fresh")
                .filter(JetonMvc.jwtRequired(r -> r.fresh()))
                .filter((request, next) -> next.handle(request))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> nestedRoutes() {
        return RouterFunctions.route()
                .path(
                        "/function/nested",
                        nested -> nested.GET(
                                        "/x", request -> ServerResponse.ok().body("function"))
                                .filter(JetonMvc.jwtRequired(r -> r.roles("admin"))))
                .build();
    }
}
