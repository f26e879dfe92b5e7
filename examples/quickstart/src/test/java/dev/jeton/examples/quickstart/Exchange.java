package dev.jeton.examples.quickstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of the README and what it prints there; {@code …} stands for a text of the characters that tokens are made of.
 *
 * @param command one line of shell
 * @param output what it prints; empty for nothing
 */
record Exchange(String command, String output) {
    /** The exchanges of a block: lines that begin with {@code ##} are headings, those with {@code #} what the line above prints. */
    static List<Exchange> of(String block) {
        List<Exchange> exchanges = new ArrayList<>();
        for (String line : block.lines().toList()) {
            if (line.startsWith("# ")) {
                int last = exchanges.size() - 1;
                exchanges.set(last, new Exchange(exchanges.get(last).command(), line.substring(2)));
            } else if (!line.isBlank() && !line.startsWith("## ")) {
                exchanges.add(new Exchange(line, ""));
            }
        }
        return exchanges;
    }

    /** Matches what the command is to print. */
    Pattern pattern() {
        return Pattern.compile(Arrays.stream(output.split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\w.-]+")));
    }
}
