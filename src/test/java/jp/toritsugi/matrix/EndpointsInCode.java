package jp.toritsugi.matrix;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;

/** Every endpoint the code has, read from the compiled classes: method and path, with what it takes. */
final class EndpointsInCode {

    static final Map<String, String> READ = read();

    private EndpointsInCode() {}

    /** "GET /diagnoses/{id}" to the type of body it takes, which may be empty. */
    private static Map<String, String> read() {
        Map<String, String> endpoints = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("jp.toritsugi")) {
            if (type.isAnnotatedWith(Path.class)) {
                String base = type.getAnnotationOfType(Path.class).value();
                type.getMethods().forEach(method -> method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .filter(annotation -> annotation.isAnnotatedWith(HttpMethod.class))
                        .forEach(verb ->
                                endpoints.put(verb.getSimpleName() + " " + path(base, method), consumes(method))));
            }
        }
        return endpoints;
    }

    private static String path(String base, JavaMethod method) {
        String own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = withoutPatterns((base + "/" + own).replaceAll("/+", "/"));
        return path.length() > 1 ? path.replaceAll("/$", "") : path;
    }

    /** {id: [0-9]{4}} is said as {id}. */
    private static String withoutPatterns(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean inPattern = false;
        for (char c : path.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            inPattern = depth > 0 && (inPattern || c == ':');
            if (!inPattern) {
                plain.append(c);
            }
        }
        return plain.toString().replace(" ", "");
    }

    private static String consumes(JavaMethod method) {
        return method.isAnnotatedWith(Consumes.class)
                ? method.getAnnotationOfType(Consumes.class).value()[0]
                : "";
    }
}
