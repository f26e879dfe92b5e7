package dev.jeton.testkit.attack;

import java.util.ArrayList;
import java.util.List;

/** All attacks that one request makes. */
final class Catalogue {
    private Catalogue() {}

    static List<HttpAttack> of(AttackApplication application) {
        Cast cast = application.cast();
        List<HttpAttack> all = new ArrayList<>();
        all.addAll(new HeaderRows(cast).all());
        all.addAll(new PlaceRows(cast).all());
        all.addAll(new ParameterRows(cast).all());
        all.addAll(new BodyRows(cast).all());
        all.addAll(new OptionalRows(cast).all());
        all.addAll(new CookieRows(cast, application.all()).all());
        all.addAll(new CsrfRows(cast).all());
        all.addAll(new OriginRows(cast).all());
        all.addAll(new TypeRows(cast).all());
        all.addAll(new RoutingRows(cast).all());
        all.addAll(new LimitRows(cast).all());
        return all;
    }
}
