package jp.toritsugi.japan;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Municipalities and the areas (地域) that figures are grouped by. The grouping is dated: it is a convention, not a fact. */
@ApplicationScoped
public class Municipalities {
    private static final String NAMES = "municipalities.csv";
    private static final String AREAS = "areas.csv";
    private static final String PREFECTURES = "prefectures.csv";

    private final Map<String, Municipality> byCode = new LinkedHashMap<>();
    private final Map<String, String> prefectures = new LinkedHashMap<>();
    private final List<AreaMember> members = new ArrayList<>();

    /** @param code 団体コード, six digits */
    public record Municipality(String code, String name, String kana) {}

    private record AreaMember(String area, String municipality, LocalDate from, LocalDate to) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Municipalities() {
        MasterFile.read(PREFECTURES).forEach(line -> prefectures.put(line.getField("code"), line.getField("name")));
        MasterFile.read(NAMES).forEach(this::municipality);
        MasterFile.read(AREAS).forEach(this::member);
    }

    /** What is wrong with a code; empty for one that is, or in a prefecture whose municipalities we lack may be, real. */
    public Optional<String> fault(String code) {
        Optional<String> malformed = MunicipalityCode.fault(code);
        if (malformed.isPresent()) {
            return malformed;
        }
        String prefecture = prefectures.get(code.substring(0, 2));
        if (prefecture == null) {
            return Optional.of("市町村コードの初めの2桁は、都道府県コード（01から47）です。");
        }
        return of(code.substring(0, 2)).isEmpty() || byCode.containsKey(code)
                ? Optional.empty()
                : Optional.of("この市町村コードは" + prefecture + "にありません。");
    }

    public Optional<Municipality> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The name people know, or the code itself where the master has none. */
    public String nameOf(String code) {
        return find(code).map(Municipality::name).orElse(code);
    }

    /** All of a prefecture that the master knows, by code. */
    public List<Municipality> of(String prefecture) {
        return byCode.values().stream()
                .filter(municipality -> municipality.code().startsWith(prefecture))
                .toList();
    }

    /** Names of the areas of a prefecture on a day. */
    public List<String> areas(String prefecture, LocalDate day) {
        return on(prefecture, day).map(AreaMember::area).distinct().toList();
    }

    /** Codes of the municipalities an area has on a day; none for an unknown area. */
    public List<String> inArea(String prefecture, String area, LocalDate day) {
        return on(prefecture, day)
                .filter(member -> member.area.equals(area))
                .map(AreaMember::municipality)
                .toList();
    }

    private Stream<AreaMember> on(String prefecture, LocalDate day) {
        return members.stream().filter(member -> member.municipality.startsWith(prefecture) && member.holdsOn(day));
    }

    private void municipality(NamedCsvRecord line) {
        String code = line.getField("code");
        MunicipalityCode.fault(code).ifPresent(fault -> {
            throw MasterFile.damaged(NAMES, line, fault);
        });
        byCode.put(code, new Municipality(code, line.getField("name"), line.getField("kana")));
    }

    private void member(NamedCsvRecord line) {
        String code = line.getField("municipality");
        if (!byCode.containsKey(code)) {
            throw MasterFile.damaged(AREAS, line, "市町村コード " + code + " が municipalities.csv にありません。");
        }
        String to = line.getField("valid_to");
        AreaMember member = new AreaMember(
                line.getField("area"),
                code,
                LocalDate.parse(line.getField("valid_from")),
                to.isEmpty() ? null : LocalDate.parse(to));
        boolean twice = members.stream()
                .anyMatch(other ->
                        other.municipality.equals(code) && (other.holdsOn(member.from) || member.holdsOn(other.from)));
        if (twice) {
            throw MasterFile.damaged(AREAS, line, code + " が同じ日に二つの地域に入っています。");
        }
        members.add(member);
    }
}
