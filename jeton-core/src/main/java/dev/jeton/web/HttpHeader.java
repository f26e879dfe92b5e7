package dev.jeton.web;

/** A response header field, ready to be added; one that would break its line is refused (RFC 9110 §5.5). */
public record HttpHeader(String name, String value) {
    /** @throws IllegalArgumentException for a control character or one beyond ISO 8859-1, without repeating the value */
    public HttpHeader {
        if (name.isEmpty() || !Syntax.isFieldText(name) || !Syntax.isFieldText(value)) {
            throw new IllegalArgumentException(
                    "a header field has a name, no line breaks or other control characters, and none beyond ISO 8859-1");
        }
    }
}
