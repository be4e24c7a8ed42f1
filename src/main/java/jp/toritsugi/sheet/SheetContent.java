package jp.toritsugi.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A sheet as the JSON that is kept: fields in one fixed order, so that equal sheets are equal text. */
@ApplicationScoped
public class SheetContent {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    SheetContent(ObjectMapper mapper) {
        this.writer = mapper.writerFor(NewDiagnosis.class).with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.reader = mapper.readerFor(NewDiagnosis.class);
    }

    String json(NewDiagnosis sheet) {
        try {
            return writer.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public NewDiagnosis read(String json) {
        try {
            ObjectNode sheet = (ObjectNode) reader.readTree(json);
            // kept without the field when there is not a single answer
            sheet.withObject("/answers");
            return reader.readValue(sheet);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
