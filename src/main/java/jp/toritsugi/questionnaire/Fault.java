package jp.toritsugi.questionnaire;

/** One thing wrong with a definition: where, and a Japanese sentence a domain expert can act on. */
public record Fault(String file, int line, String sentence) {
    @Override
    public String toString() {
        return file + " " + line + "行目: " + sentence;
    }
}
