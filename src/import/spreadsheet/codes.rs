//! The kinds of findings in spreadsheets. What a text cannot show is shown by a document of
//! LibreOffice in one piece (FODS).

use crate::finding::{Lint, Severity};
use crate::lang::text;

pub(in crate::import) static NOT_A_SPREADSHEET: Lint = Lint {
    code: "not-a-spreadsheet",
    severity: Severity::Error,
    title: text!("not a table of projects", "pas un tableau de projets",),
    why: text!(
        "Projects are found by the labels above their columns: a title, and another field. A file that is broken, of another kind or without such labels gives none; the other files are imported.",
        "Les projets se trouvent par les libellés au-dessus de leurs colonnes : un titre, et un autre champ. Un fichier abîmé, d'un autre type ou sans ces libellés n'en donne pas ; les autres fichiers sont importés.",
    ),
    help: text!(
        "name the columns (`Titre`, `Territoire`, `Coût`…), or save the file again as .xlsx, .ods or .csv",
        "nommez les colonnes (`Titre`, `Territoire`, `Coût`…), ou enregistrez de nouveau le fichier en .xlsx, .ods ou .csv",
    ),
    bad: r#"<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><table:table>
<table:table-row><table:table-cell><text:p>⟦Forum⟧</text:p></table:table-cell><table:table-cell><text:p>Oie</text:p></table:table-cell></table:table-row>
</table:table></office:document>
"#,
    good: "Titre;Territoire;Coût\nForum;Oie;900 €\n",
};

pub(in crate::import) static TOO_LARGE: Lint = Lint {
    code: "table-too-large",
    severity: Severity::Error,
    title: text!("table too large", "tableau trop grand",),
    why: text!(
        "A file can claim a million columns, or unpack to a thousand times its size. It is counted before it is read: 200,000 rows, 500 columns, 5 million cells, 256 MB unpacked.",
        "Un fichier peut prétendre avoir un million de colonnes, ou se décompresser en mille fois sa taille. Il est compté avant d'être lu : 200 000 lignes, 500 colonnes, 5 millions de cellules, 256 Mo décompressés.",
    ),
    help: text!(
        "copy the table alone into a new file",
        "copiez le tableau seul dans un nouveau fichier",
    ),
    bad: r#"<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><table:table>
<table:table-row><table:table-cell><text:p>Titre</text:p></table:table-cell><table:table-cell><text:p>Territoire</text:p></table:table-cell><table:table-cell><text:p>Coût</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="1000"><text:p>⟦x⟧</text:p></table:table-cell></table:table-row>
</table:table></office:document>
"#,
    good: "Titre;Territoire;Coût\nForum;Oie;900 €\n",
};

pub(in crate::import) static HIDDEN: Lint = Lint {
    code: "hidden-in-file",
    severity: Severity::Hint,
    title: text!("hidden rows, columns or tabs", "lignes, colonnes ou onglets masqués",),
    why: text!(
        "People do not see what a filter or a hidden tab hides, and may not know that it is there. It is read anyway.",
        "On ne voit pas ce qu'un filtre ou un onglet masqué cache, et on peut ignorer que c'est là. C'est lu tout de même.",
    ),
    help: text!(
        "look at it in the file; delete the sheet if it is not a project of yours",
        "regardez-le dans le fichier ; supprimez la fiche si ce n'est pas un de vos projets",
    ),
    bad: r#"<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><table:table>
<table:table-row><table:table-cell><text:p>Titre</text:p></table:table-cell><table:table-cell><text:p>Territoire</text:p></table:table-cell><table:table-cell><text:p>Coût</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell><text:p>⟦Forum⟧</text:p></table:table-cell><table:table-cell><text:p>Oie</text:p></table:table-cell><table:table-cell><text:p>900 €</text:p></table:table-cell></table:table-row>
</table:table></office:document>
"#,
    good: "Titre;Territoire;Coût\nForum;Oie;900 €\n",
};

pub(in crate::import) static STRUCK_OUT: Lint = Lint {
    code: "struck-out",
    severity: Severity::Warning,
    title: text!("struck out", "texte barré",),
    why: text!(
        "What is struck out may mean that a project was given up, or that a word is wrong: only those who struck it out know.",
        "Un texte barré peut vouloir dire qu'un projet est abandonné, ou qu'un mot est faux : seuls ceux qui l'ont barré le savent.",
    ),
    help: text!(
        "say it in words: `status: abandoned`, or correct the text",
        "dites-le en mots : `status: abandoned`, ou corrigez le texte",
    ),
    bad: r#"<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><table:table>
<style:style style:name="b"><style:text-properties style:text-line-through-style="solid"/></style:style>
<table:table-row><table:table-cell><text:p>Titre</text:p></table:table-cell><table:table-cell><text:p>Territoire</text:p></table:table-cell><table:table-cell><text:p>Coût</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:style-name="b"><text:p>⟦Forum⟧</text:p></table:table-cell><table:table-cell><text:p>Oie</text:p></table:table-cell><table:table-cell><text:p>900 €</text:p></table:table-cell></table:table-row>
</table:table></office:document>
"#,
    good: "Titre;Territoire;Coût\nForum;Oie;900 €\n",
};

pub(in crate::import) static FORMULA_WITHOUT_VALUE: Lint = Lint {
    code: "formula-without-value",
    severity: Severity::Warning,
    title: text!("formula without a value", "formule sans valeur",),
    why: text!(
        "A file that a program wrote and nobody opened holds formulas whose values were never calculated.",
        "Un fichier écrit par un programme et jamais ouvert contient des formules dont la valeur n'a pas été calculée.",
    ),
    help: text!(
        "open the file in a spreadsheet, save it, and import it again",
        "ouvrez le fichier dans un tableur, enregistrez-le, et importez-le de nouveau",
    ),
    bad: r#"<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><table:table>
<table:table-row><table:table-cell><text:p>Titre</text:p></table:table-cell><table:table-cell><text:p>Territoire</text:p></table:table-cell><table:table-cell><text:p>Coût</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Forum</text:p></table:table-cell><table:table-cell><text:p>Oie</text:p></table:table-cell><table:table-cell table:formula="of:=1+1">⟦⟧</table:table-cell></table:table-row>
</table:table></office:document>
"#,
    good: "Titre;Territoire;Coût\nForum;Oie;900 €\n",
};

pub(in crate::import) static NOT_SHOWN: Lint = Lint {
    code: "display-unknown",
    severity: Severity::Hint,
    title: text!("value without its display", "valeur sans son affichage",),
    why: text!(
        "A number is read as it is shown: `01990`, `9 mois`. Where the file holds the bare number only, zeros and units are missing.",
        "Un nombre est lu comme il s'affiche : `01990`, `9 mois`. Quand le fichier ne contient que le nombre nu, les zéros et les unités manquent.",
    ),
    help: text!(
        "open the file in LibreOffice, save it, and import it again",
        "ouvrez le fichier dans LibreOffice, enregistrez-le, et importez-le de nouveau",
    ),
    bad: r#"<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><table:table>
<table:table-row><table:table-cell><text:p>Titre</text:p></table:table-cell><table:table-cell><text:p>Territoire</text:p></table:table-cell><table:table-cell><text:p>Coût</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Forum</text:p></table:table-cell><table:table-cell><text:p>Oie</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="900">⟦⟧</table:table-cell></table:table-row>
</table:table></office:document>
"#,
    good: "Titre;Territoire;Coût\nForum;Oie;900 €\n",
};

pub(in crate::import) static SEVERAL_AMOUNTS: Lint = Lint {
    code: "several-amounts",
    severity: Severity::Hint,
    title: text!("several amounts", "plusieurs montants",),
    why: text!(
        "A sheet has one cost. Of several columns with amounts the first is read as the cost, the others are kept under `extra`: what was asked for and what was given are not the same.",
        "Une fiche a un seul coût. De plusieurs colonnes de montants, la première est lue comme le coût, les autres sont gardées sous `extra` : demandé et accordé ne sont pas la même chose.",
    ),
    help: text!(
        "choose the column with --map, as --write-map writes it",
        "choisissez la colonne avec --map, comme l'écrit --write-map",
    ),
    bad: "Titre;Territoire;Montant;Montant demandé\nForum;Oie;⟦900 €⟧;1200 €\n",
    good: "Titre;Territoire;Coût\nForum;Oie;900 €\n",
};

pub(in crate::import) static AMOUNT_WITHOUT_UNIT: Lint = Lint {
    code: "amount-without-unit",
    severity: Severity::Hint,
    title: text!("small amount without its unit", "petit montant sans son unité"),
    why: text!(
        "Many tables are kept in thousands of euros, and do not say so; `9,5` is then 9500 €.",
        "Beaucoup de tableaux sont tenus en milliers d'euros, sans le dire ; `9,5` vaut alors 9500 €.",
    ),
    help: text!(
        "say the unit in the header: `Coût (k€)`, or in the cell: `9,5 €`",
        "dites l'unité dans l'en-tête : `Coût (k€)`, ou dans la cellule : `9,5 €`",
    ),
    bad: "Titre;Territoire;Coût\nForum;Oie;⟦9,5⟧\n",
    good: "Titre;Territoire;Coût\nForum;Oie;9,5 k€\n",
};
