package jp.toritsugi.consent;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every text that owners were ever shown for their consent, kept as a file that the secretariat reads and adds to. */
@ApplicationScoped
public class ConsentWordings {
    private static final String FILE = "/consent/wordings.csv";

    private final Clock clock;
    private final List<ConsentWording> all = read();

    ConsentWordings(Clock clock) {
        this.clock = clock;
    }

    public Optional<ConsentWording> find(String code) {
        return all.stream().filter(wording -> wording.code().equals(code)).findFirst();
    }

    /** Every one, the oldest first. */
    public List<ConsentWording> all() {
        return all;
    }

    /** What is shown today. */
    public ConsentWording current() {
        return on(LocalDate.now(clock));
    }

    /** What was shown on that day; before the first, the first. */
    public ConsentWording on(LocalDate day) {
        ConsentWording found = all.get(0);
        for (ConsentWording wording : all) {
            if (!wording.validFrom().isAfter(day)) {
                found = wording;
            }
        }
        return found;
    }

    /** The code a consent names, or that of the text in use on its day; null where neither is known. */
    public String codeOf(ConsentGiven consent) {
        if (consent.wording() != null) {
            return consent.wording();
        }
        return consent.on() == null ? null : on(consent.on()).code();
    }

    private static List<ConsentWording> read() {
        try (var in = ConsentWordings.class.getResourceAsStream(FILE);
                var lines = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<ConsentWording> read = lines.stream()
                    .map(ConsentWordings::wording)
                    .sorted(Comparator.comparing(ConsentWording::validFrom))
                    .toList();
            if (read.isEmpty()) {
                throw new IllegalStateException(FILE + ": 同意の文言がありません。");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsentWording wording(NamedCsvRecord line) {
        return new ConsentWording(
                line.getField("code"),
                LocalDate.parse(line.getField("valid_from")),
                Boolean.parseBoolean(line.getField("confirmed")),
                line.getField("text"));
    }
}
