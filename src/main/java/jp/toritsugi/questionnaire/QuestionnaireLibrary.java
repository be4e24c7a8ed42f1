package jp.toritsugi.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All versions of all questionnaires, loaded and proved at start. */
public final class QuestionnaireLibrary {
    private static final String FOLDER = "questionnaires/";

    private final Map<QuestionnaireId, Questionnaire> questionnaires = new LinkedHashMap<>();
    private final Map<String, Crosswalk> crosswalks = new LinkedHashMap<>();

    private QuestionnaireLibrary(List<Questionnaire> definitions) {
        definitions.forEach(definition -> questionnaires.put(definition.id(), definition));
    }

    /**
     * Loads what {@code questionnaires/index.txt} lists.
     *
     * @throws DamagedQuestionnaire when any file is damaged, with the faults of all
     */
    public static QuestionnaireLibrary load() {
        List<Questionnaire> definitions = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<String> crosswalkFiles = new ArrayList<>();
        for (String name : text("index.txt").lines().toList()) {
            if (name.isBlank() || name.startsWith("#")) {
                continue;
            }
            if (name.endsWith("crosswalk.yaml")) {
                crosswalkFiles.add(name);
                continue;
            }
            try {
                Questionnaire definition = QuestionnaireFile.parse(name, text(name));
                if (!name.equals(definition.id() + ".yaml")) {
                    faults.add(new Fault(name, 1, "中の符号と版（" + definition.id() + "）が、ファイルの名前と合いません。"));
                }
                definitions.add(definition);
            } catch (DamagedQuestionnaire damaged) {
                faults.addAll(damaged.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new DamagedQuestionnaire(faults);
        }
        QuestionnaireLibrary library = new QuestionnaireLibrary(definitions);
        for (String name : crosswalkFiles) {
            try {
                Crosswalk crosswalk = CrosswalkFile.parse(name, text(name), library);
                library.crosswalks.put(crosswalk.code(), crosswalk);
            } catch (DamagedQuestionnaire damaged) {
                faults.addAll(damaged.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new DamagedQuestionnaire(faults);
        }
        return library;
    }

    public Optional<Questionnaire> find(QuestionnaireId id) {
        return Optional.ofNullable(questionnaires.get(id));
    }

    public List<Questionnaire> all() {
        return List.copyOf(questionnaires.values());
    }

    /** Versions of one questionnaire, oldest first. */
    public List<Questionnaire> versions(String code) {
        return questionnaires.values().stream()
                .filter(questionnaire -> questionnaire.id().code().equals(code))
                .toList();
    }

    public Optional<Crosswalk> crosswalk(String code) {
        return Optional.ofNullable(crosswalks.get(code));
    }

    private static String text(String name) {
        try (InputStream in = QuestionnaireLibrary.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("調査票のファイルがありません: " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
