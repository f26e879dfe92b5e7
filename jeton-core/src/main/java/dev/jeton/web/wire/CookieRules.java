package dev.jeton.web.wire;

import dev.jeton.web.CookieSettings.Clearing;

/**
 * Token cookies and double-submit values, where the settings leave them to the wire format.
 *
 * @param clearing with which attributes cookies are cleared
 * @param csrfDrawn whether tokens carry a double-submit value where cookies are protected
 * @param originChecked whether {@code Sec-Fetch-Site} and {@code Origin} are looked at besides the value
 */
public record CookieRules(Clearing clearing, boolean csrfDrawn, boolean originChecked) {
    /** Jeton's own rules. */
    public static final CookieRules STANDARD = new CookieRules(Clearing.AS_SET, true, true);
}
