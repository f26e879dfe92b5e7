package dev.jeton.spring;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads an annotation's options as a requirement. */
record Requirements(BeanFactory beans) {
    /** IllegalArgumentException says which options do not go together. */
    JwtRequirement of(JwtRequired said) {
        JwtRequirement wanted = type(said, JwtRequirement.required());
        wanted = said.optional() ? wanted.optional() : wanted;
        wanted = said.sameOrigin() ? wanted.sameOrigin() : wanted;
        wanted = said.withoutRevocationCheck() ? wanted.withoutRevocationCheck() : wanted;
        wanted = said.locations().length > 0 ? wanted.locations(said.locations()) : wanted;
        wanted = said.scopes().length > 0 ? wanted.scopes(said.scopes()) : wanted;
        wanted = said.roles().length > 0 ? wanted.roles(said.roles()) : wanted;
        for (Class<? extends Predicate<VerifiedJwt>> condition : said.where()) {
            wanted = wanted.where(condition(condition));
        }
        return freshness(said, wanted.by(said.by()));
    }

    private <T extends Predicate<VerifiedJwt>> T condition(Class<T> type) {
        return beans.getBeanProvider(type).getIfAvailable(() -> BeanUtils.instantiateClass(type));
    }

    private static JwtRequirement type(JwtRequired said, JwtRequirement wanted) {
        if (Stream.of(said.refresh(), said.anyType(), said.logout())
                        .filter(Boolean::booleanValue)
                        .count()
                > 1) {
            throw new IllegalArgumentException(
                    "refresh, anyType and logout exclude each other: keep one of them");
        }
        if (said.refresh()) {
            return wanted.refresh();
        }
        if (said.anyType()) {
            return wanted.anyType();
        }
        return said.logout() ? wanted.logout() : wanted;
    }

    private static JwtRequirement freshness(JwtRequired said, JwtRequirement wanted) {
        if (!said.maxAuthAge().isEmpty()) {
            return wanted.fresh(DurationFormatterUtils.detectAndParse(said.maxAuthAge()));
        }
        return said.fresh() ? wanted.fresh() : wanted;
    }
}
