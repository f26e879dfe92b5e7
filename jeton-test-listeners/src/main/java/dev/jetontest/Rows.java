package dev.jetontest;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of the attack catalogue that a test's name claims: {@code SIG-01}, and all from {@code SIG-01} to {@code SIG-03}. */
public final class Rows {
    private static final Pattern ID = Pattern.compile(
            "\\b(SIG|HDR|ENC|CLM|TYP|LOC|CKE|CSR|RFR|REV|KEY|DOS|CFG|LOG|FRM)-(\\d\\d)(?: to \\1-(\\d\\d))?\\b");

    private Rows() {}

    /** The ids, none where the name claims none. */
    public static Set<String> in(String name) {
        Set<String> ids = new TreeSet<>();
        Matcher found = ID.matcher(name);
        while (found.find()) {
            int first = Integer.parseInt(found.group(2));
            int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
            for (int number = first; number <= last; number++) {
                ids.add(String.format("%s-%02d", found.group(1), number));
            }
        }
        return ids;
    }
}
