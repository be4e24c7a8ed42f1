package jp.toritsugi.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A desk as answered.
 *
 * @param open whether it takes cases today
 * @param stale whether nobody has confirmed it for {@link Desk#FRESH_DAYS} days
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeskView(
        UUID id,
        @JsonUnwrapped DeskFacts facts,
        String kindLabel,
        String institutionName,
        String channelLabel,
        List<String> municipalityNames,
        String days,
        LocalDate confirmedOn,
        boolean open,
        boolean stale,
        int version) {

    private static final String[] DAYS = {"月", "火", "水", "木", "金", "土", "日"};

    static DeskView of(Desk desk, String institutionName, List<String> municipalityNames, LocalDate today) {
        DeskFacts facts = DeskFacts.of(desk);
        return new DeskView(
                desk.id,
                facts,
                desk.kind().label(),
                institutionName,
                desk.channel().label(),
                municipalityNames,
                days(facts.weekdays()),
                desk.confirmedOn,
                desk.isOpenOn(today),
                desk.needsConfirmingOn(today),
                desk.version);
    }

    private static String days(List<Integer> weekdays) {
        return weekdays.isEmpty()
                ? "申込みの都度"
                : String.join("・", weekdays.stream().map(day -> DAYS[day - 1]).toList());
    }

    /** 全域, or the municipalities. */
    public String area() {
        return municipalityNames.isEmpty() ? "全域" : String.join("、", municipalityNames);
    }
}
