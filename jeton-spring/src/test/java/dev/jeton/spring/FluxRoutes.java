package dev.jeton.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Functional routes of Spring WebFlux: one that says nothing, an open one, protected ones, and one behind a filter of the application's. */
@Component
class FluxRoutes {
    private static RouterFunctions.Builder route(String path) {
        return RouterFunctions.route()
                .GET(path, request -> ServerResponse.ok().bodyValue("function"));
    }

    @Bean
    RouterFunction<ServerResponse> silentRoutes() {
        return route("/function").build();
    }

    @Bean
    RouterFunction<ServerResponse> openRoutes() {
        return route("/function/open").filter(JetonWebFlux.publicRoute()).build();
    }

    @Bean
    RouterFunction<ServerResponse> protectedRoutes() {
        return route("/function/protected").filter(JetonWebFlux.jwtRequired()).build();
    }

    @Bean
    RouterFunction<ServerResponse> freshRoutes() {
        return route("/function/fresh")
                .filter(JetonWebFlux.jwtRequired(r -> r.fresh()))
                .filter((request, next) -> next.handle(request))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> nestedRoutes() {
        return RouterFunctions.route()
                .path(
                        "/function/nested",
                        nested -> nested.GET(
                                        "/x", request -> ServerResponse.ok().bodyValue("function"))
                                .filter(JetonWebFlux.jwtRequired(r -> r.roles("admin"))))
                .build();
    }
}
