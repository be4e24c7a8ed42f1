package jp.toritsugi.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tablet's engine in a real browser, logged in as an officer: it reads the documents the server serves. What is asked of
 * it are functions in {@code src/test/resources/tablet}, called with JSON and answering with JSON.
 */
public final class TabletEngine implements AutoCloseable {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final Browser browser;
    private final Page page;

    private TabletEngine(Browser browser, Page page) {
        this.browser = browser;
        this.page = page;
    }

    public static TabletEngine open(String address) {
        Browser browser = Browser.start();
        return new TabletEngine(browser, browser.loggedIn("minato-officer", address));
    }

    /** @param function name of the file, without .js */
    public JsonNode ask(String function, Object question) {
        try {
            String call = "async json => JSON.stringify(await (" + text(function) + ")(JSON.parse(json)))";
            return mapper.readTree((String) page.evaluate(call, mapper.writeValueAsString(question)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> complaints() {
        return browser.complaints();
    }

    private static String text(String function) {
        try (InputStream in = TabletEngine.class.getResourceAsStream("/tablet/" + function + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
