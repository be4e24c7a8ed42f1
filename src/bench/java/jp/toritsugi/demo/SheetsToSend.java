package jp.toritsugi.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.report.Published;

/** The demonstration's network and sheets, for the benchmark, which sends them through the front door. */
public final class SheetsToSend {
    private SheetsToSend() {}

    public static String network() {
        try (InputStream in = SheetsToSend.class.getResourceAsStream("/demo/network.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As JSON, each with its institution and without an office's number, so that each can be sent under many ids. */
    public static List<String> sheets() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        List<String> sheets = new ArrayList<>();
        new DemonstrationSheets(Published.of("02", mapper).get(0)).make().forEach(item -> {
            ObjectNode sheet = mapper.valueToTree(item.sheet());
            sheet.remove("reference");
            sheet.put("institution", item.institution());
            sheets.add(sheet.toString());
        });
        return sheets;
    }
}
