package dev.jeton.compat;

import java.util.List;

/** Which of several values of one name counts. */
enum Which {
    FIRST,
    LAST;

    /** The value that counts, or "" where there is none. */
    String of(List<String> values) {
        if (values.isEmpty()) {
            return "";
        }
        return values.get(this == FIRST ? 0 : values.size() - 1);
    }
}
