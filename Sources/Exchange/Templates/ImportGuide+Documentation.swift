internal import Domain

extension ImportGuide {
    /// The page of the documentation about all kinds of files, as Markdown.
    public static func documentation(_ guides: [ImportGuide]) -> String {
        introduction + "\n" + guides.map(\.chapter).joined(separator: "\n")
    }

    private static let introduction = """
        # File da importare / Files to import

        Questa pagina nasce dalle stesse definizioni che leggono i file: non può dire altro da ciò che fa il programma.
        This page is made from the definitions that read the files: it cannot say anything else than the program does.

        ## In italiano

        - Formati: CSV (UTF-8 o Windows-1252, separatore `,` o `;`) e cartelle di lavoro `.xlsx` (primo foglio).
        - La prima riga contiene le intestazioni: quelle indicate qui o una delle loro alternative; maiuscole, accenti e
          punteggiatura non contano. In grassetto le colonne obbligatorie. Le colonne sconosciute sono ignorate con un avviso.
        - Date `AAAA-MM-GG` o `GG/MM/AAAA`; numeri `1500.50`, `1500,50` o `1.500,50`; sì e no come `S`/`N`; più valori in
          una cella separati da `|`.
        - Ogni riga rifiutata è spiegata (riga, campo, motivo, suggerimento); le altre sono caricate. Se almeno una riga è
          rifiutata, il comando termina con uno stato diverso da 0.
        - Caricare di nuovo lo stesso file non cambia nulla. Una prova senza scrivere: `--dry-run`.

        ## In English

        - Formats: CSV (UTF-8 or Windows-1252, `,` or `;` between cells) and `.xlsx` workbooks (first sheet).
        - The first row holds the headings: those named here, or one of their alternatives; case, accents and punctuation
          do not count. Obligatory columns are in bold. Unknown columns are passed over with a warning.
        - Days as `YYYY-MM-DD` or `DD/MM/YYYY`; numbers as `1500.50`, `1500,50` or `1.500,50`; yes and no as `S`/`N`;
          several values in one cell with `|` between them.
        - Each refused row is explained (row, field, reason, suggestion); the others go in. When at least one row is
          refused, the command ends with a status other than 0.
        - Loading the same file again changes nothing. To try without writing: `--dry-run`.

        """
}
