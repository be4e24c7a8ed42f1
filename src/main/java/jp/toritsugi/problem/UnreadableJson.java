package jp.toritsugi.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says in Japanese, and by field, what the JSON reader could not take. Never repeats the value: it may be personal. */
final class UnreadableJson {
    private UnreadableJson() {}

    static List<Violation> violation(JsonProcessingException e) {
        if (e instanceof PropertyBindingException unknown) {
            return List.of(new Violation(path(unknown), "この項目はありません。名前の綴りを確かめてください。"));
        }
        if (e instanceof InvalidFormatException format) {
            return List.of(new Violation(path(format), expectation(format.getTargetType())));
        }
        if (e instanceof JsonMappingException mapping) {
            return List.of(new Violation(path(mapping), "値の形が正しくありません。"));
        }
        var place = e.getLocation();
        String where = place == null ? "" : place.getLineNr() + "行目" + place.getColumnNr() + "文字目: ";
        return List.of(new Violation("", where + "JSONとして読めません。"));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String expectation(Class<?> target) {
        if (target == String.class) {
            return "使えない文字（NUL）が含まれています。";
        }
        if (target == LocalDate.class) {
            return "日付は 2019-10-15 の形で、実在する日を入力してください。";
        }
        if (target.isEnum()) {
            return "決められた値のどれかを入力してください: " + codes(target);
        }
        if (target == Boolean.class || target == boolean.class) {
            return "true か false を入力してください。";
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            return "整数を入力してください。";
        }
        return "値の形が正しくありません。";
    }

    private static String codes(Class<?> target) {
        return Arrays.stream(target.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(UnreadableJson::code)
                .collect(Collectors.joining(", "));
    }

    private static String code(java.lang.reflect.Field constant) {
        var property = constant.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
        return property == null ? constant.getName() : property.value();
    }
}
