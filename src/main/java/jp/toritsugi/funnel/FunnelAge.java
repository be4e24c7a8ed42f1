package jp.toritsugi.funnel;

/**
 * Business days (営業日) from one step to the next.
 *
 * @param step the later step by its place; 7 = from the interview to completion
 * @param n sheets that have both moments on record
 * @param median of them, the lower of the two middle ones where n is even
 * @param ninetieth day by which nine of ten had got there (p90)
 */
record FunnelAge(int step, long n, int median, int ninetieth) {
    static final int WHOLE = 7;
}
