package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of cases. Whatever it does not know makes the case a failing one. */
final class CaseFile {
    private CaseFile() {}

    /** A case under its id, or what is wrong with it. */
    record Entry(
            String id,
            @Nullable ConformanceCase parsed,
            @Nullable String problem) {}

    static List<Entry> parse(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        try {
            Members members = Members.of(Json.parse(text), file);
            if (members.integer("format") != 1) {
                throw new NotUnderstoodException(file + " has a format other than 1");
            }
            members.text("topic");
            List<?> cases = members.array("cases");
            members.end();
            for (int i = 0; i < cases.size(); i++) {
                entries.add(entry(file + "#" + i, cases.get(i)));
            }
        } catch (NotUnderstoodException | ArithmeticException e) {
            entries.add(new Entry(file, null, "not understood: " + e.getMessage()));
        }
        return entries;
    }

    private static Entry entry(String position, @Nullable Object value) {
        String id = value instanceof Map<?, ?> map && map.get("id") instanceof String text
                ? text
                : position;
        try {
            return new Entry(id, parseCase(Members.of(value, "case")), null);
        } catch (NotUnderstoodException | ArithmeticException e) {
            return new Entry(id, null, "not understood: " + e.getMessage());
        }
    }

    private static ConformanceCase parseCase(Members members) {
        String id = members.text("id");
        Preset preset = Preset.named(members.text("preset"));
        members.text("about");
        Map<String, @Nullable Object> settings = members.object("settings");
        Hooks hooks = HooksParser.parse(members.objectOrEmpty("hooks"), preset);
        Map<String, Mint> mints = new LinkedHashMap<>();
        members.objectOrEmpty("mint")
                .forEach((name, mint) -> mints.put(name, MintParser.parse(name, mint)));
        List<ConformanceCase.Step> steps = new ArrayList<>();
        for (Object step : members.array("steps")) {
            steps.add(StepParser.parse(step, "step " + (steps.size() + 1)));
        }
        members.end();
        if (steps.isEmpty()) {
            throw new NotUnderstoodException("case has no steps");
        }
        return new ConformanceCase(id, preset, settings, hooks, mints, steps);
    }
}
