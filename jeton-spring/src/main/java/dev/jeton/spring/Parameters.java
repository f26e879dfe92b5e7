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
    private final Map<MethodParameter, Boolean> optional = new ConcurrentHashMap<>();

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
        Object found =
                isOptional(parameter) && isAnonymous(exchange) ? null : find(parameter, exchange);
        return parameter.getParameterType() == Optional.class ? Optional.ofNullable(found) : found;
    }

    /** Spring reads the annotations anew whenever it is asked. */
    private boolean isOptional(MethodParameter parameter) {
        return optional.computeIfAbsent(parameter, MethodParameter::isOptional);
    }

    /** To the handler's own rule: an earlier one may have found a token elsewhere, or one of another Jeton. */
    private static boolean isAnonymous(JetonExchange exchange) {
        return exchange.decided().orElse(null) instanceof Outcome.Anonymous
                || exchange.optionalJwt().isEmpty();
    }

    private @Nullable Object find(MethodParameter parameter, JetonExchange exchange) {
        JwtClaim claim = parameter.getParameterAnnotation(JwtClaim.class);
        if (claim != null) {
            return claim(claim.value(), parameter, exchange.jwt());
        }
        if (parameter.hasParameterAnnotation(CurrentUser.class)) {
            return exchange.user();
        }
        return exchange.jwt();
    }

    private @Nullable Object claim(String name, MethodParameter parameter, VerifiedJwt jwt) {
        Object value = jwt.claims().get(name);
        try {
            Object converted = value == null
                    ? null
                    : conversion.convert(
                            value,
                            TypeDescriptor.forObject(value),
                            new TypeDescriptor(parameter.nestedIfOptional()));
            if (converted != null || isOptional(parameter)) {
                return converted;
            }
        } catch (ConversionException otherKind) {
            throw new TokenRejectedException(Reason.CLAIM_INVALID, name);
        }
        throw new TokenRejectedException(Reason.CLAIM_INVALID, name);
    }

    private static Class<?> value(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType();
    }
}
