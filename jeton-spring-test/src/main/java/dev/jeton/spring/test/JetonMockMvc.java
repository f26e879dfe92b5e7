package dev.jeton.spring.test;

import dev.jeton.web.HeaderSink;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tokens for the requests of MockMvc: {@code mvc.perform(get("/me").with(jwt("ada")))}. */
public final class JetonMockMvc {
    private JetonMockMvc() {}

    /** The request sends an access token of this subject. */
    public static RequestPostProcessor jwt(String subject) {
        return jwt(subject, jwt -> {});
    }

    /** The request sends a token of this subject, such as {@code jwt("ada", t -> t.expired())}. */
    public static RequestPostProcessor jwt(String subject, Consumer<TestJwt> options) {
        return request -> {
            TestJwt jwt = TestJwt.of(subject);
            options.accept(jwt);
            WebApplicationContext context =
                    WebApplicationContextUtils.getRequiredWebApplicationContext(
                            request.getServletContext());
            request.removeHeader("Authorization");
            jwt.addTo(fields(request), CurrentJwt.jeton(jwt, context));
            return request;
        };
    }

    /** Puts Jeton's filter before those that follow, where Spring Boot does not: {@code webAppContextSetup(context).apply(jeton())}. */
    public static MockMvcConfigurer jeton() {
        return new MockMvcConfigurer() {
            @Override
            public RequestPostProcessor beforeMockMvcCreated(
                    ConfigurableMockMvcBuilder<?> builder, WebApplicationContext context) {
                builder.addFilters(context.getBean("jetonFilter", Filter.class));
                return new WithJwtConfigurer(context.getBean(CurrentJwt.class))
                        .beforeMockMvcCreated(builder, context);
            }
        };
    }

    /** Where the fields of a token go; its cookie joins others. */
    static HeaderSink fields(MockHttpServletRequest request) {
        return (name, value) -> {
            if (name.equals("Cookie")) {
                int end = value.indexOf('=');
                Cookie cookie = new Cookie(value.substring(0, end), value.substring(end + 1));
                request.setCookies(Stream.concat(
                                Stream.ofNullable(request.getCookies())
                                        .flatMap(Stream::of)
                                        .filter(other -> !other.getName().equals(cookie.getName())),
                                Stream.of(cookie))
                        .toArray(Cookie[]::new));
            } else {
                request.removeHeader(name);
                request.addHeader(name, value);
            }
        };
    }
}
