package jp.toritsugi.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetReader;

/** Between a sheet and the entry form: typed texts by field name, dates and numbers as people write them. */
@ApplicationScoped
class EntryReader {
    private static final Set<String> DAYS = Set.of("interviewedOn", "representative.birthDate");
    private static final Set<String> NUMBERS = Set.of(
            "enterprise.employees",
            "enterprise.annualSales",
            "enterprise.capital",
            "enterprise.foundedYear",
            "representative.age",
            "facts.handoverWithinYears");
    private static final Set<String> TRUTHS = Set.of("familyContactAllowed");
    private static final String CONSENT = "consents.";

    private final ObjectMapper mapper;
    private final SheetReader sheets;

    EntryReader(ObjectMapper mapper, SheetReader sheets) {
        this.mapper = mapper;
        this.sheets = sheets;
    }

    /**
     * The sheet that was typed.
     *
     * @param typed values by field name; several of one field as a list
     * @throws InvalidInput naming every field that cannot be taken
     */
    NewDiagnosis read(Map<String, List<String>> typed) {
        List<Violation> faults = new ArrayList<>();
        ObjectNode sheet = mapper.createObjectNode();
        sheet.putObject("answers");
        Map<String, ObjectNode> consents = new LinkedHashMap<>();
        typed.forEach((name, values) -> {
            if (name.equals("desiredSupports")) {
                ArrayNode supports = sheet.withArray(name);
                values.forEach(supports::add);
                return;
            }
            String text = values.get(0).strip();
            if (text.isEmpty()) {
                return;
            }
            if (name.startsWith(CONSENT)) {
                consent(name, text, consents, faults);
            } else {
                put(sheet, name, value(name, text, faults));
            }
        });
        if (!sheet.has("enterprise")) {
            sheet.putObject("enterprise");
        }
        ArrayNode asked = sheet.withArray("consents");
        consents.values().stream().filter(consent -> consent.has("given")).forEach(asked::add);
        NewDiagnosis read = sheet(sheet);
        if (!faults.isEmpty()) {
            // Everything at once: also what is wrong with the fields that could be read.
            List<String> unread = faults.stream().map(Violation::field).toList();
            sheets.check(read).stream()
                    .filter(fault -> !unread.contains(fault.field()))
                    .forEach(faults::add);
            throw new InvalidInput(faults);
        }
        return read;
    }

    private NewDiagnosis sheet(ObjectNode sheet) {
        try {
            return mapper.treeToValue(sheet, NewDiagnosis.class);
        } catch (JsonProcessingException e) {
            // The form offers only what the sheet knows; this is a hand-made request.
            throw new InvalidInput("", "入力の形が正しくありません。画面を開き直してからもう一度お試しください。");
        }
    }

    /** A sheet as the form shows it for correction. */
    Map<String, List<String>> typed(NewDiagnosis sheet) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        flatten("", mapper.valueToTree(sheet), typed);
        if (sheet.consents() != null) {
            sheet.consents().forEach(consent -> {
                String name = CONSENT + consent.recipient().code();
                typed.put(name + ".given", List.of(String.valueOf(consent.given())));
                putDay(typed, name + ".on", consent.on());
                putDay(typed, name + ".withdrawnOn", consent.withdrawnOn());
                if (consent.wording() != null) {
                    typed.put(name + ".wording", List.of(consent.wording()));
                }
                if (consent.means() != null) {
                    typed.put(name + ".means", List.of(mapper.convertValue(consent.means(), String.class)));
                }
            });
        }
        putDay(typed, "interviewedOn", sheet.interviewedOn());
        if (sheet.representative() != null) {
            putDay(typed, "representative.birthDate", sheet.representative().birthDate());
        }
        return typed;
    }

    private static void putDay(Map<String, List<String>> typed, String name, java.time.LocalDate day) {
        if (day != null) {
            typed.put(name, List.of(Wareki.date(day)));
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, List<String>> typed) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), typed));
        } else if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(item -> values.add(item.asText()));
            typed.put(path, values);
        } else if (!node.isNull()) {
            typed.put(path, List.of(node.asText()));
        }
    }

    /** consents.center.given and the like. */
    private void consent(String name, String text, Map<String, ObjectNode> consents, List<Violation> faults) {
        String recipient = name.substring(CONSENT.length(), name.lastIndexOf('.'));
        String part = name.substring(name.lastIndexOf('.') + 1);
        ObjectNode consent = consents.computeIfAbsent(
                recipient, code -> mapper.createObjectNode().put("recipient", code));
        consent.set(
                part,
                switch (part) {
                    case "given" -> mapper.getNodeFactory().booleanNode(text.equals("true"));
                    case "on", "withdrawnOn" -> day(name, text, faults);
                    default -> mapper.getNodeFactory().textNode(text);
                });
    }

    private JsonNode value(String name, String text, List<Violation> faults) {
        if (DAYS.contains(name)) {
            return day(name, text, faults);
        }
        if (NUMBERS.contains(name)) {
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,、\\s]|[人歳年]$|千円$", "");
            if (plain.matches("[0-9]{1,12}")) {
                return mapper.getNodeFactory().numberNode(Long.parseLong(plain));
            }
            faults.add(new Violation(name, "整数で入力してください。"));
            return mapper.getNodeFactory().nullNode();
        }
        boolean truth = TRUTHS.contains(name) || name.startsWith("facts.") && text.matches("true|false");
        return truth
                ? mapper.getNodeFactory().booleanNode(text.equals("true"))
                : mapper.getNodeFactory().textNode(text);
    }

    private JsonNode day(String name, String text, List<Violation> faults) {
        DateReader.Result result = DateReader.read(text);
        if (result.day() == null) {
            faults.add(new Violation(name, result.fault()));
            return mapper.getNodeFactory().nullNode();
        }
        return mapper.getNodeFactory().textNode(result.day().toString());
    }

    /** answers.Q1-1 is a member of answers; only the first dot divides. */
    private static void put(ObjectNode sheet, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            sheet.set(name, value);
        } else {
            sheet.withObject("/" + name.substring(0, dot)).set(name.substring(dot + 1), value);
        }
    }
}
