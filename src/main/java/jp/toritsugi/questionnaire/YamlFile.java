package jp.toritsugi.questionnaire;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text read node by node, so that every complaint can name its line; {@code yes} stays the word yes. */
public final class YamlFile {
    private final String name;
    private final Function<List<Fault>, ? extends RuntimeException> refusal;
    private final List<Fault> faults = new ArrayList<>();
    private final Entry root;

    YamlFile(String name, String text) {
        this(name, text, DamagedQuestionnaire::new);
    }

    /** @param refusal what is thrown for a file with faults */
    public YamlFile(String name, String text, Function<List<Fault>, ? extends RuntimeException> refusal) {
        this.name = name;
        this.refusal = refusal;
        Node node = null;
        try {
            node = new Yaml(plainOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            fault(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "YAMLとして読めません。");
        } catch (YAMLException e) {
            fault(1, "YAMLとして読めません。使えない文字があるか、入れ子が深すぎるか、参照（&、*）があります。");
        }
        if (node == null && faults.isEmpty()) {
            fault(1, "何も書かれていません。");
        }
        if (node != null && !(node instanceof MappingNode)) {
            fault(1, "項目名と値の組で始まっていません。");
        }
        this.root = node instanceof MappingNode mapping ? new Entry(mapping) : null;
        refuseIfFaulty();
    }

    /** Without references: a few lines of them could stand for more than there is memory. */
    private static LoaderOptions plainOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        return options;
    }

    public Entry root() {
        return root;
    }

    public void fault(int line, String sentence) {
        faults.add(new Fault(name, line, sentence));
    }

    public void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw refusal.apply(faults);
        }
    }

    /** A mapping, with its line. */
    public final class Entry {
        private final MappingNode node;

        private Entry(MappingNode node) {
            this.node = node;
        }

        public int line() {
            return node.getStartMark().getLine() + 1;
        }

        /** Text that must be there; its absence is a fault, answered with an empty text so that reading goes on. */
        public String text(String key, String what) {
            Optional<String> found = optionalText(key).filter(text -> !text.isBlank());
            if (found.isEmpty()) {
                fault(line(), what + "（" + key + "）がありません。");
            }
            return found.orElse("");
        }

        public Optional<String> optionalText(String key) {
            return value(key).filter(ScalarNode.class::isInstance).map(value -> ((ScalarNode) value).getValue());
        }

        /** A list of texts, or a single one. */
        public List<String> texts(String key) {
            return value(key).map(this::scalars).orElse(List.of());
        }

        public List<Entry> entries(String key) {
            return value(key).map(this::mappings).orElse(List.of());
        }

        public Optional<Entry> entry(String key) {
            return value(key).filter(MappingNode.class::isInstance).map(value -> new Entry((MappingNode) value));
        }

        /** A misspelt name would silently say nothing: {@code askwhen} would ask everybody. So a name must be known, and stand once. */
        public void only(String... known) {
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
        public boolean flag(String key, boolean otherwise) {
            Optional<String> found = optionalText(key);
            if (found.isPresent() && !found.get().equals("true") && !found.get().equals("false")) {
                fault(lineOf(key), key + " は true か false です。");
            }
            return found.map(Boolean::valueOf).orElse(otherwise);
        }

        /** Names in the order they are written. */
        public List<String> keys() {
            return node.getValue().stream()
                    .map(NodeTuple::getKeyNode)
                    .filter(ScalarNode.class::isInstance)
                    .map(key -> ((ScalarNode) key).getValue())
                    .toList();
        }

        /** The whole as plain data: numbers and true/false as such, every other word as text. */
        public Map<String, Object> plain() {
            return map(node);
        }

        public boolean has(String key) {
            return value(key).isPresent();
        }

        public int lineOf(String key) {
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

    private static Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(YamlFile::plain).toList();
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean quoted = !scalar.isPlain();
        if (!quoted && scalar.getValue().matches("0|[1-9][0-9]{0,8}")) {
            return Integer.valueOf(scalar.getValue());
        }
        if (!quoted && scalar.getValue().matches("true|false")) {
            return Boolean.valueOf(scalar.getValue());
        }
        return scalar.getValue();
    }

    private static Map<String, Object> map(MappingNode mapping) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            // any other key is a fault, told where the names are checked
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                plain.put(key.getValue(), plain(tuple.getValueNode()));
            }
        }
        return plain;
    }
}
