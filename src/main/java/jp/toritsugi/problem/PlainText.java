package jp.toritsugi.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Text sent as JSON may hold any character but NUL, which no database keeps: better refused by field than a fault later. */
@Singleton
class PlainText implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("plain text")
                .addDeserializer(String.class, new Reader())
                .addKeyDeserializer(String.class, new NameReader()));
    }

    private static final class NameReader extends KeyDeserializer {
        @Override
        public Object deserializeKey(String name, DeserializationContext context) throws IOException {
            if (name.indexOf('\0') >= 0) {
                throw context.weirdKeyException(String.class, "", "NUL");
            }
            return name;
        }
    }

    private static final class Reader extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        private Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw context.weirdStringException("", String.class, "NUL");
            }
            return text;
        }
    }
}
