package jp.toritsugi.questionnaire;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text read node by node, so that every complaint can name its line; {@code yes} stays the word yes. */
final class YamlFile {
    private final String name;
    private final List<Fault> faults = new ArrayList<>();
    private final Entry root;

    YamlFile(String name, String text) {
        this.name = name;
        Node node = null;
        try {
            node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            fault(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "YAMLとして読めません。");
        }
        if (node != null && !(node instanceof MappingNode)) {
            fault(1, "項目名と値の組で始まっていません。");
        }
        this.root = node instanceof MappingNode mapping ? new Entry(mapping) : null;
        refuseIfFaulty();
    }

    Entry root() {
        return root;
    }

    void fault(int line, String sentence) {
        faults.add(new Fault(name, line, sentence));
    }

    void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw new DamagedQuestionnaire(faults);
        }
    }

    /** A mapping, with its line. */
    final class Entry {
        private final MappingNode node;

        private Entry(MappingNode node) {
            this.node = node;
        }

        int line() {
            return node.getStartMark().getLine() + 1;
        }

        /** Text that must be there; its absence is a fault, answered with an empty text so that reading goes on. */
        String text(String key, String what) {
            Optional<String> found = optionalText(key).filter(text -> !text.isBlank());
            if (found.isEmpty()) {
                fault(line(), what + "（" + key + "）がありません。");
            }
            return found.orElse("");
        }

        Optional<String> optionalText(String key) {
            return value(key).filter(ScalarNode.class::isInstance).map(value -> ((ScalarNode) value).getValue());
        }

        /** A list of texts, or a single one. */
        List<String> texts(String key) {
            return value(key).map(this::scalars).orElse(List.of());
        }

        List<Entry> entries(String key) {
            return value(key).map(this::mappings).orElse(List.of());
        }

        Optional<Entry> entry(String key) {
            return value(key).filter(MappingNode.class::isInstance).map(value -> new Entry((MappingNode) value));
        }

        /** A misspelt name would silently say nothing: {@code askwhen} would ask everybody. So a name must be known, and stand once. */
        void only(String... known) {
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : node.getValue()) {
                int line = tuple.getKeyNode().getStartMark().getLine() + 1;
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (!List.of(known).contains(key)) {
                    fault(line, "項目 " + key + " は使えません。ここで使えるのは " + String.join("、", known) + " です。");
                } else if (!seen.add(key)) {
                    fault(line, "項目 " + key + " が二度あります。");
                }
            }
        }

        /** {@code true} or {@code false}; anything else is a fault. */
        boolean flag(String key, boolean otherwise) {
            Optional<String> found = optionalText(key);
            if (found.isPresent() && !found.get().equals("true") && !found.get().equals("false")) {
                fault(lineOf(key), key + " は true か false です。");
            }
            return found.map(Boolean::valueOf).orElse(otherwise);
        }

        boolean has(String key) {
            return value(key).isPresent();
        }

        int lineOf(String key) {
            return value(key).map(value -> value.getStartMark().getLine() + 1).orElse(line());
        }

        private Optional<Node> value(String key) {
            return node.getValue().stream()
                    .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                            && scalar.getValue().equals(key))
                    .map(NodeTuple::getValueNode)
                    .findFirst();
        }

        private List<String> scalars(Node value) {
            if (value instanceof ScalarNode scalar) {
                return List.of(scalar.getValue());
            }
            List<String> texts = new ArrayList<>();
            if (value instanceof SequenceNode sequence) {
                for (Node item : sequence.getValue()) {
                    if (item instanceof ScalarNode scalar) {
                        texts.add(scalar.getValue());
                    }
                }
            }
            return texts;
        }

        private List<Entry> mappings(Node value) {
            List<Entry> entries = new ArrayList<>();
            if (value instanceof SequenceNode sequence) {
                for (Node item : sequence.getValue()) {
                    if (item instanceof MappingNode mapping) {
                        entries.add(new Entry(mapping));
                    } else {
                        fault(item.getStartMark().getLine() + 1, "項目名と値の組ではありません。");
                    }
                }
            }
            return entries;
        }
    }
}
