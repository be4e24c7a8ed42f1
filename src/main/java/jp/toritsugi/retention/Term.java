package jp.toritsugi.retention;

/** A length of time as people say it. @param unit years or months */
record Term(int length, String unit) {
    static final String YEARS = "years";
    static final String MONTHS = "months";

    static boolean isUnit(String unit) {
        return YEARS.equals(unit) || MONTHS.equals(unit);
    }

    int months() {
        return unit.equals(YEARS) ? length * 12 : length;
    }

    /** 7年, 18か月. */
    String label() {
        return length + (unit.equals(YEARS) ? "年" : "か月");
    }

    /** Of a number of months, in years where it comes out even. */
    static Term ofMonths(int months) {
        return months % 12 == 0 ? new Term(months / 12, YEARS) : new Term(months, MONTHS);
    }
}
