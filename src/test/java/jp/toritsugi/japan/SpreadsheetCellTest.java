package jp.toritsugi.japan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {
    private static final String SIGNS = "=+-@\t\r\n＝＋－＠";
    private static final String LETTERS = SIGNS + "'\"', aりん1";
    private static final int MANY = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", "\n=1"})
    void what_begins_like_a_formula_becomes_text(String formula) {
        assertThat(SpreadsheetCell.neutral(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "=", "りんご堂", "'りんご", "1-2", " =1"})
    void what_does_not_stays_as_it_is(String text) {
        assertThat(SpreadsheetCell.neutral(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.plain(text)).isEqualTo(text);
    }

    @Test
    void every_text_comes_back_as_it_was_and_no_two_become_one() {
        Random random = new Random(20191231);
        for (int i = 0; i < MANY; i++) {
            String text = text(random, random.nextInt(6));
            String cell = SpreadsheetCell.neutral(text);

            assertThat(SpreadsheetCell.plain(cell)).isEqualTo(text);
            assertThat(cell.length() < 2 || SIGNS.indexOf(cell.charAt(0)) < 0).isTrue();
        }
    }

    @Test
    void every_file_comes_back_as_it_was() {
        Random random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            String file = text(random, random.nextInt(30));
            assertThat(SpreadsheetCell.plainFile(SpreadsheetCell.neutralFile(file)))
                    .isEqualTo(file);
        }
        assertThat(SpreadsheetCell.neutralFile("# =a,=b\n\"=c\",\"x,=y\",'=z\n-,=\n"))
                .isEqualTo("# =a,'=b\n\"'=c\",\"x,=y\",''=z\n-,=\n");
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
