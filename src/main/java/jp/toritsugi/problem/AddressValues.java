package jp.toritsugi.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the dates, moments, numbers and yes/no that an address carries behind its question mark. What cannot be read is
 * a 400 that names the field (the framework would answer 404, as if the page did not exist); what is left blank, as
 * forms do, is not given.
 */
@Provider
public class AddressValues implements ParamConverterProvider {
    private static final Map<Class<?>, Reader> READERS = Map.of(
            LocalDate.class, new Reader(LocalDate::parse, "日付は 2019-10-15 の形で、実在する日を指定してください。"),
            Instant.class, new Reader(AddressValues::moment, "日時は 2020-01-10T09:00:00+09:00 の形で指定してください。"),
            Integer.class, new Reader(Integer::valueOf, "整数を指定してください。"),
            Boolean.class, new Reader(AddressValues::yesOrNo, "true か false を指定してください。"));

    private record Reader(Function<String, Object> read, String expectation) {}

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Reader reader = READERS.get(type);
        String field = Arrays.stream(annotations == null ? new Annotation[0] : annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
        return reader == null || field == null ? null : new FieldConverter<>(type, field, reader);
    }

    private record FieldConverter<T>(Class<T> type, String field, Reader reader) implements ParamConverter<T> {
        @Override
        public T fromString(String written) {
            if (written == null || written.isBlank()) {
                return null;
            }
            try {
                return type.cast(reader.read.apply(written.strip()));
            } catch (RuntimeException unreadable) {
                throw new InvalidInput(field, reader.expectation);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }

    /** In an address a plus sign means a space unless it is written %2B, which hardly anybody does. */
    private static Object moment(String written) {
        return OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
    }

    private static Object yesOrNo(String written) {
        if (!written.equals("true") && !written.equals("false")) {
            throw new IllegalArgumentException(written);
        }
        return Boolean.valueOf(written);
    }
}
