package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Reads one token of {@code mint}. */
final class MintParser {
    private MintParser() {}

    static Mint parse(String name, @Nullable Object value) {
        Members members = Members.of(value, "mint." + name);
        if (members.has("raw")) {
            Mint raw = new Mint.Raw(members.text("raw"));
            members.end();
            return raw;
        }
        String alg = members.text("alg");
        String key = "none".equals(alg) ? unusedKey(members) : members.text("key");
        Map<String, @Nullable Object> header = members.objectOrEmpty("header");
        Mint.Payload payload = payload(members, name);
        Mint.Tamper tamper = tamper(members.textOrNull("tamper"), name);
        members.end();
        return new Mint.Signed(alg, key, header, payload, tamper);
    }

    private static String unusedKey(Members members) {
        members.takeOrNull("key");
        return "";
    }

    private static Mint.Payload payload(Members members, String name) {
        if (members.has("claims") == members.has("payload")) {
            throw new NotUnderstoodException(
                    "mint." + name + " needs either \"claims\" or \"payload\"");
        }
        return members.has("payload")
                ? new Mint.Payload(Map.of(), members.text("payload"))
                : new Mint.Payload(members.object("claims"), null);
    }

    private static Mint.Tamper tamper(@Nullable String tamper, String name) {
        if (tamper == null) {
            return Mint.Tamper.NOTHING;
        }
        return switch (tamper) {
            case "signature" -> Mint.Tamper.SIGNATURE;
            case "payload" -> Mint.Tamper.PAYLOAD;
            case "stripped" -> Mint.Tamper.STRIPPED;
            default ->
                throw new NotUnderstoodException(
                        "mint." + name + " has the unknown tamper \"" + tamper + "\"");
        };
    }
}
