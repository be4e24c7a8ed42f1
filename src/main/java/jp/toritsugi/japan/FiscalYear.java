package jp.toritsugi.japan;

import java.time.LocalDate;

/** 年度: 1 April to 31 March, named after the year it begins in. January to March belong to the year before. */
public record FiscalYear(int year) {

    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear());
    }

    public LocalDate start() {
        return LocalDate.of(year, 4, 1);
    }

    public LocalDate end() {
        return LocalDate.of(year + 1, 3, 31);
    }

    /** 令和元年度: in the era that covers most of it, as offices write it. */
    public String label() {
        return Wareki.year(LocalDate.of(year, 12, 31)) + "度";
    }
}
