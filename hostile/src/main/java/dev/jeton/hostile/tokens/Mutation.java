package dev.jeton.hostile.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One way to spoil a token, or to leave it good and write it otherwise. */
@FunctionalInterface
interface Mutation {
    void spoil(Draft draft);

    /** All, in groups of one level each. */
    static List<List<Mutation>> groups() {
        return List.of(
                HeaderMutations.all(),
                ClaimMutations.all(),
                TimeMutations.all(),
                SpellingMutations.all(),
                SignatureMutations.all(),
                TextMutations.all());
    }

    /** One to three of them, of any level: what is wrong once is what differs most. */
    static List<Mutation> some(List<List<Mutation>> groups, Random random) {
        int share = random.nextInt(10);
        int number = share < 7 ? 1 : share < 9 ? 2 : 3;
        List<Mutation> some = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            List<Mutation> group = any(groups, random);
            some.add(any(group, random));
        }
        return some;
    }

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
