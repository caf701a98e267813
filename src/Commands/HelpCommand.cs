namespace WorkReports.Commands;

/// <summary><c>help</c></summary>
static class HelpCommand
{
    const string Text = """
        WorkReports publishes work reports from a folder of Markdown files.

        usage: WorkReports [verb] [options]

        verbs
          serve      publish the content and serve the site (the default)
          check      tell every problem: check [FILE…] [--format text|json|sarif|github] [--watch] [--online]
          import     make reports of Word documents: import FILE… [--pillar, --unit, --date, --title TEXT]
          preview    show drafts, scheduled reports and mistakes, on this machine alone (http://127.0.0.1:8081)
          new        start a report: new TITLE [--pillar, --unit, --date TEXT]
          backup     copy the journal while the server runs: backup FILE|FOLDER
          journal    list what happened to each report: journal [ADDRESS…], or check it: --verify
          health     ask the running server whether it lives
          help       show this text
          version    show the version, and the commit that it was built from

        options                     environment                    default
          --content FOLDER          WORKREPORTS_CONTENT            content
          --data FOLDER             WORKREPORTS_DATA               data
          --urls URLS               WORKREPORTS_URLS               http://[::]:8080
          --certificate FILE        WORKREPORTS_CERTIFICATE        none
          --certificate-key FILE    WORKREPORTS_CERTIFICATE_KEY    none
          --https-redirect PORT     WORKREPORTS_HTTPS_REDIRECT     0
          --hosts NAMES             WORKREPORTS_HOSTS              *
          --proxies NETWORKS        WORKREPORTS_PROXIES            none
          --search-rate NUMBER      WORKREPORTS_SEARCH_RATE        200
          --cache MEGABYTES         WORKREPORTS_CACHE              128
          --log-format WORD         WORKREPORTS_LOG_FORMAT         text
          --log-level WORD          WORKREPORTS_LOG_LEVEL          information
          --log-folder FOLDER       WORKREPORTS_LOG_FOLDER         none
          --client-addresses WORD   WORKREPORTS_CLIENT_ADDRESSES   short
          --metrics URL             WORKREPORTS_METRICS            none
          --otlp URL                WORKREPORTS_OTLP               none
          --stop-delay SECONDS      WORKREPORTS_STOP_DELAY         0

        exit codes: 0 fine, 1 problems found, 2 wrong usage
        """;

    public static int Run(TextWriter output)
    {
        output.WriteLine(Text);
        return CommandLine.Fine;
    }
}
