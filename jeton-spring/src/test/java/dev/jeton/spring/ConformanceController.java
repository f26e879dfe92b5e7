package dev.jeton.spring;

import dev.jeton.JetonResolver;
import dev.jeton.jwt.TokenType;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import jakarta.servlet.http.HttpServletRequest;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.DynamicType.Builder.MethodDefinition;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A controller with an annotated method for each route of the application under test, as one would write it. */
final class ConformanceController {
    private static final TypeDescription.Generic REPLY = TypeDescription.Generic.Builder.of(
                    ResolvableType.forClassWithGenerics(
                                    Mono.class,
                                    ResolvableType.forClassWithGenerics(
                                            ResponseEntity.class, byte[].class))
                            .getType())
            .build();

    private static final AtomicInteger CLASSES = new AtomicInteger();

    private ConformanceController() {}

    /** Starts an application with these routes. */
    static Application start(Stack stack, List<Route> routes, JetonResolver jetons)
            throws IllegalAccessException {
        return stack.start(
                jetons,
                Map.of(),
                context -> new ConformancePreflights(routes).register(context, stack),
                of(routes, stack));
    }

    /** What a method of Spring MVC does. */
    public record MvcWork(Route route) {
        public ResponseEntity<byte[]> answer(HttpServletRequest request, byte[] body) {
            return reply(route, JetonMvc.authentication(request), body);
        }
    }

    /** What a method of Spring WebFlux does, which lets none have the body of a form as bytes. */
    public record FluxWork(Route route) {
        public Mono<ResponseEntity<byte[]>> answer(ServerWebExchange exchange) {
            return DataBufferUtils.join(exchange.getRequest().getBody())
                    .map(buffer -> {
                        byte[] body = new byte[buffer.readableByteCount()];
                        buffer.read(body);
                        DataBufferUtils.release(buffer);
                        return body;
                    })
                    .defaultIfEmpty(new byte[0])
                    .map(body -> reply(route, JetonWebFlux.authentication(exchange), body));
        }
    }

    private static ResponseEntity<byte[]> reply(Route route, Outcome outcome, byte[] body) {
        Answer answer = route.handler().answer(outcome, body == null ? new byte[0] : body);
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(answer.status());
        answer.headers().forEach(field -> reply.header(field.name(), field.value()));
        return reply.body(answer.body());
    }

    private static Class<?> of(List<Route> routes, Stack stack) throws IllegalAccessException {
        DynamicType.Builder<Object> type = new ByteBuddy()
                .subclass(Object.class)
                .name("dev.jeton.spring.Routes" + CLASSES.incrementAndGet() + "_" + stack)
                .annotateType(AnnotationDescription.Builder.ofType(RestController.class)
                        .build());
        for (Route route : routes) {
            String name = "route" + routes.indexOf(route);
            for (List<String> methods : mappings(route.methods())) {
                String each = name + String.join("", methods);
                type = (stack.isReactive()
                                ? fluxMethod(type, each, route)
                                : mvcMethod(type, each, route))
                        .annotateMethod(annotations(route, methods));
            }
        }
        return type.make()
                .load(
                        ConformanceController.class.getClassLoader(),
                        ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }

    private static MethodDefinition<Object> mvcMethod(
            DynamicType.Builder<Object> type, String name, Route route) {
        return type.defineMethod(name, ResponseEntity.class, Visibility.PUBLIC)
                .withParameter(HttpServletRequest.class)
                .withParameter(byte[].class)
                .annotateParameter(AnnotationDescription.Builder.ofType(RequestBody.class)
                        .define("required", false)
                        .build())
                .intercept(MethodDelegation.to(new MvcWork(route)));
    }

    private static MethodDefinition<Object> fluxMethod(
            DynamicType.Builder<Object> type, String name, Route route) {
        return type.defineMethod(name, REPLY, Visibility.PUBLIC)
                .withParameter(ServerWebExchange.class)
                .intercept(MethodDelegation.to(new FluxWork(route)));
    }

    /** A mapping that names no method takes all but OPTIONS, those too that Spring has no name for. */
    private static List<List<String>> mappings(List<String> methods) {
        return methods.contains("OPTIONS")
                ? List.of(List.of(), List.of("OPTIONS"))
                : List.of(methods);
    }

    private static List<AnnotationDescription> annotations(Route route, List<String> methods) {
        AnnotationDescription mapping = AnnotationDescription.Builder.ofType(RequestMapping.class)
                .defineArray("path", route.path())
                .defineEnumerationArray(
                        "method",
                        RequestMethod.class,
                        methods.stream().map(RequestMethod::valueOf).toArray(RequestMethod[]::new))
                .build();
        JwtRequirement wanted = route.requirement();
        return wanted == null ? List.of(mapping) : List.of(mapping, required(wanted));
    }

    private static AnnotationDescription required(JwtRequirement wanted) {
        return AnnotationDescription.Builder.ofType(JwtRequired.class)
                .define("optional", wanted.isOptional())
                .define("fresh", wanted.isFresh())
                .define(
                        "maxAuthAge",
                        wanted.maxAuthAge() == null ? "" : wanted.maxAuthAge().toString())
                .define("refresh", wanted.types().equals(List.of(TokenType.REFRESH)))
                .define("anyType", wanted.types().size() > 1 && !wanted.isLogout())
                .define("logout", wanted.isLogout())
                .define("sameOrigin", wanted.isSameOrigin())
                .define("by", wanted.by())
                .define("withoutRevocationCheck", !wanted.isRevocationChecked())
                .defineEnumerationArray(
                        "locations",
                        Location.class,
                        wanted.locations() == null
                                ? new Location[0]
                                : wanted.locations().toArray(Location[]::new))
                .build();
    }
}
