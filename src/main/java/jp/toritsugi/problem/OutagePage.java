package jp.toritsugi.problem;

/** A page without a frame: what the frame would look up may be the very thing that is missing. */
final class OutagePage {
    private OutagePage() {}

    /** @param problem with words of ours alone, nothing of which has to be escaped */
    static String of(Problem problem) {
        String reference = problem.reference() == null ? "" : "<p>受付番号 <code>" + problem.reference() + "</code></p>";
        return PAGE.replace("{title}", problem.title())
                .replace("{detail}", problem.detail())
                .replace("{reference}", reference);
    }

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}｜取次</title>
            <link rel="stylesheet" href="/frame/tokens.css">
            <link rel="stylesheet" href="/frame/base.css">
            </head>
            <body>
            <main id="main">
            <h1>{title}</h1>
            <p>{detail}</p>
            {reference}
            <p><a href="/">ホームへ戻る</a></p>
            </main>
            </body>
            </html>
            """;
}
