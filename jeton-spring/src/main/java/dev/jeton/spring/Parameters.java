package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The parameters of handlers that are about the token. */
final class Parameters {
    private final ConversionService conversion = new DefaultConversionService();
    private final Map<MethodParameter, Wanted> known = new ConcurrentHashMap<>();

    /**
     * What a parameter asks for; Spring reads annotations anew whenever it is asked.
     *
     * @param claim the name of a claim, or null
     * @param user whether it is the user, where it is no claim
     */
    private record Wanted(
            boolean optional, boolean wrapped, @Nullable String claim, boolean user) {
        static Wanted of(MethodParameter parameter) {
            JwtClaim claim = parameter.getParameterAnnotation(JwtClaim.class);
            return new Wanted(
                    parameter.isOptional(),
                    parameter.getParameterType() == Optional.class,
                    claim == null ? null : claim.value(),
                    parameter.hasParameterAnnotation(CurrentUser.class));
        }
    }

    static boolean isAboutToken(MethodParameter parameter) {
        return value(parameter) == VerifiedJwt.class
                || parameter.hasParameterAnnotation(CurrentUser.class)
                || parameter.hasParameterAnnotation(JwtClaim.class);
    }

    /** Whether a request without a token cannot give this parameter a value. */
    static boolean needsToken(MethodParameter parameter) {
        return isAboutToken(parameter) && !parameter.isOptional();
    }

    /** TokenRejectedException where the token lacks the claim, IllegalStateException where there is no token. */
    @Nullable
    Object value(MethodParameter parameter, JetonExchange exchange) {
        Wanted wanted = known.get(parameter);
        if (wanted == null) {
            wanted = Wanted.of(parameter);
            known.put(parameter, wanted);
        }
        Object found = wanted.optional() && isAnonymous(exchange)
                ? null
                : find(wanted, parameter, exchange);
        return wanted.wrapped() ? Optional.ofNullable(found) : found;
    }

    /** To the handler's own rule: an earlier one may have found a token elsewhere, or one of another Jeton. */
    private static boolean isAnonymous(JetonExchange exchange) {
        return exchange.decided().orElse(null) instanceof Outcome.Anonymous
                || exchange.optionalJwt().isEmpty();
    }

    private @Nullable Object find(
            Wanted wanted, MethodParameter parameter, JetonExchange exchange) {
        if (wanted.claim() != null) {
            Object value = claim(wanted.claim(), parameter, exchange.jwt());
            if (value == null && !wanted.optional()) {
                throw new TokenRejectedException(Reason.CLAIM_INVALID, wanted.claim());
            }
            return value;
        }
        return wanted.user() ? exchange.user() : exchange.jwt();
    }

    private @Nullable Object claim(String name, MethodParameter parameter, VerifiedJwt jwt) {
        Object value = jwt.claims().get(name);
        try {
            return value == null
                    ? null
                    : conversion.convert(
                            value,
                            TypeDescriptor.forObject(value),
                            new TypeDescriptor(parameter.nestedIfOptional()));
        } catch (ConversionException otherKind) {
            throw new TokenRejectedException(Reason.CLAIM_INVALID, name);
        }
    }

    private static Class<?> value(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType();
    }
}
