package meanwhile.suite.run;

/** Compares words as they are typed. */
final class Spelling {
    private Spelling() {}

    /**
     * The number of letters to add, leave out, replace or exchange with their neighbours to make
     * one word of the other (optimal string alignment, F. Damerau 1964).
     */
    static int distance(String one, String other) {
        int[][] wrong = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                wrong[i][j] = i == 0 || j == 0 ? i + j : least(wrong, i, j, one, other);
            }
        }
        return wrong[one.length()][other.length()];
    }

    private static int least(int[][] wrong, int i, int j, String one, String other) {
        int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        wrong[i - 1][j - 1] + replaced,
                        Math.min(wrong[i - 1][j], wrong[i][j - 1]) + 1);
        boolean exchanged =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(least, wrong[i - 2][j - 2] + 1) : least;
    }
}
