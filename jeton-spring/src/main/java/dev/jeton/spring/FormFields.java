package dev.jeton.spring;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of an urlencoded body that the container can no longer read, as request parameters (Servlet 6 §3.1). */
final class FormFields {
    private FormFields() {}

    /** Whether a form was sent, by whatever method. */
    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("application/x-www-form-urlencoded");
    }

    /** The parameters of the query, and behind them the body's. A pair that cannot be decoded is left out, as containers do. */
    static Map<String, String[]> behind(
            Map<String, String[]> query, byte[] body, @Nullable String encoding) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        query.forEach((name, values) -> all.put(name, new ArrayList<>(Arrays.asList(values))));
        Charset charset = charset(encoding);
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            add(pair.split("=", 2), charset, all);
        }
        Map<String, String[]> arrays = new LinkedHashMap<>();
        all.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(arrays);
    }

    private static void add(String[] pair, Charset charset, Map<String, List<String>> all) {
        try {
            String name = URLDecoder.decode(pair[0], charset);
            String value = pair.length == 1 ? "" : URLDecoder.decode(pair[1], charset);
            if (pair.length > 1 || !name.isEmpty()) {
                all.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        } catch (IllegalArgumentException undecodable) {
            return;
        }
    }

    private static Charset charset(@Nullable String encoding) {
        try {
            return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
