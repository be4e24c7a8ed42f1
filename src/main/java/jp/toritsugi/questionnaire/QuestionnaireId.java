package jp.toritsugi.questionnaire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code and version of a questionnaire: {@code succession-diagnosis/2016}. */
public record QuestionnaireId(String code, String version) {
    private static final Pattern TEXT = Pattern.compile("([a-z][a-z0-9-]*)/([0-9][0-9a-z.-]*)");

    public static Optional<QuestionnaireId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new QuestionnaireId(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return code + "/" + version;
    }
}
