package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code hooks} of a case. */
final class HooksParser {
    private static final Set<String> FASTJWT_ANSWERS =
            Set.of("invalid", "unauthorized", "needs_fresh", "revoked");
    private static final Set<String> ANSWERS = Set.of(
            "expired",
            "invalid",
            "unauthorized",
            "needs_fresh",
            "revoked",
            "unknown_user",
            "verification_failed");

    private HooksParser() {}

    static Hooks parse(Map<String, @Nullable Object> value, Preset preset) {
        Members members = Members.of(value, "hooks");
        Hooks hooks = new Hooks(
                members.has("revoked") ? revoked(members.take("revoked")) : null,
                members.has("users") ? members.object("users") : null,
                members.textOrNull("identity_member"),
                members.has("claims") ? members.object("claims") : null,
                objects(members.objectOrEmpty("claims_for")),
                members.has("headers") ? members.object("headers") : null,
                members.has("require_claim") ? requiredClaim(members.take("require_claim")) : null,
                answers(
                        members.objectOrEmpty("answers"),
                        preset == Preset.FASTJWT ? FASTJWT_ANSWERS : ANSWERS),
                texts(members.objectOrEmpty("encode_key_for"), "hooks.encode_key_for"),
                texts(members.objectOrEmpty("decode_key_for_kid"), "hooks.decode_key_for_kid"),
                members.flag("implicit_refresh"));
        members.end();
        return hooks;
    }

    private static Hooks.Revoked revoked(@Nullable Object value) {
        if ("all".equals(value)) {
            return new Hooks.Revoked(true, Set.of());
        }
        List<?> array = Members.array(value, "hooks.revoked");
        Set<String> jtis = new LinkedHashSet<>();
        array.forEach(jti -> jtis.add(Members.text(jti, "hooks.revoked")));
        return new Hooks.Revoked(false, jtis);
    }

    private static Hooks.RequiredClaim requiredClaim(@Nullable Object value) {
        Members members = Members.of(value, "hooks.require_claim");
        Hooks.RequiredClaim claim =
                new Hooks.RequiredClaim(members.text("name"), members.take("value"));
        members.end();
        return claim;
    }

    private static Map<String, Hooks.OwnAnswer> answers(
            Map<String, @Nullable Object> value, Set<String> known) {
        Map<String, Hooks.OwnAnswer> answers = new LinkedHashMap<>();
        value.forEach((cause, answer) -> {
            if (!known.contains(cause)) {
                throw new NotUnderstoodException(
                        "hooks.answers has the unknown member \"" + cause + "\"");
            }
            Members members = Members.of(answer, "hooks.answers." + cause);
            answers.put(
                    cause, new Hooks.OwnAnswer(members.integer("status"), members.take("json")));
            members.end();
        });
        return answers;
    }

    private static Map<String, Map<String, @Nullable Object>> objects(
            Map<String, @Nullable Object> value) {
        Map<String, Map<String, @Nullable Object>> objects = new LinkedHashMap<>();
        value.forEach((name, object) ->
                objects.put(name, Members.object(object, "hooks.claims_for." + name)));
        return objects;
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> value, String where) {
        Map<String, String> texts = new LinkedHashMap<>();
        value.forEach((name, text) -> texts.put(name, Members.text(text, where + "." + name)));
        return texts;
    }
}
