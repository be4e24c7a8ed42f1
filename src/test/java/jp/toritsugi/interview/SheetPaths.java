package jp.toritsugi.interview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.sheet.NewDiagnosis;

/** Every field a sheet may have, by its path, with a value it may have: taken from the records, so that none is forgotten. */
final class SheetPaths {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What is sent beside the sheet, and answers, which are called by their question. */
    private static final Set<String> APART =
            Set.of("questionnaire", "institution", "reason", "from", "answers", "abandoned", "comments");

    private SheetPaths() {}

    static Map<String, JsonNode> withSamples() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (RecordComponent part : NewDiagnosis.class.getRecordComponents()) {
            if (APART.contains(part.getName())) {
                continue;
            }
            if (part.getType().isRecord()) {
                for (RecordComponent inner : part.getType().getRecordComponents()) {
                    found.put(part.getName() + "." + inner.getName(), sample(inner));
                }
            } else {
                found.put(part.getName(), sample(part));
            }
        }
        return found;
    }

    /** A small sheet in which that field has that value. */
    static NewDiagnosis sheet(String path, JsonNode value) {
        ObjectNode sheet = NODES.objectNode();
        sheet.put("questionnaire", "succession-diagnosis/2016").put("interviewedOn", "2019-10-15");
        sheet.putObject("answers");
        sheet.putObject("enterprise").put("name", "りんご堂");
        String[] keys = path.split("\\.");
        ObjectNode holder = keys.length == 1 ? sheet : sheet.withObject("/" + keys[0]);
        holder.set(keys[keys.length - 1], value);
        try {
            return JSON.treeToValue(sheet, NewDiagnosis.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static JsonNode sample(RecordComponent part) {
        Class<?> type = part.getType();
        if (type.isEnum()) {
            return NODES.textNode(JSON.convertValue(type.getEnumConstants()[0], String.class));
        }
        if (type == List.class) {
            return part.getName().equals("consents")
                    ? NODES.arrayNode()
                            .add(NODES.objectNode().put("recipient", "center").put("given", true))
                    : NODES.arrayNode().add("plan");
        }
        if (type == LocalDate.class) {
            return NODES.textNode("1961-02-03");
        }
        if (type == Boolean.class) {
            return NODES.booleanNode(true);
        }
        return Number.class.isAssignableFrom(type)
                ? NODES.numberNode(7)
                : NODES.textNode(part.getName().equals("municipality") ? "022021" : "E");
    }
}
