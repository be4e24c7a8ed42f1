package jp.toritsugi.rulechange;

import java.time.LocalDate;
import jp.toritsugi.problem.InvalidInput;

/** Days of interviews, both included. */
record Period(LocalDate from, LocalDate until) {

    /** @throws InvalidInput where a day is missing or they are the wrong way round */
    static Period of(LocalDate from, LocalDate until) {
        if (from == null || until == null) {
            throw new InvalidInput(from == null ? "from" : "until", "試し運転の期間を、2019-07-01 の形の日付で入れてください。");
        }
        if (until.isBefore(from)) {
            throw new InvalidInput("until", "期間の終わりが、始まりより前です。");
        }
        return new Period(from, until);
    }
}
