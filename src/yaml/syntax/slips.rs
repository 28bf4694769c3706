//! The table of slips; the first that recognises a text counts.

use crate::lang::{Text, text};
use crate::yaml::syntax::slip::Slip;
use crate::yaml::syntax::{
    block_text, brackets, colons, conflict, escapes, indentation, items, quotes, signs, spaces,
};

/// What to do with a text that YAML takes for something else.
const QUOTE: Text = text!("put it in quotation marks", "mettez-le entre guillemets");
/// What to do with a line that stands too far to the left.
const INDENT: Text =
    text!("indent this line more than its key", "mettez cette ligne plus en retrait que sa clé",);
const ALIGN: Text = text!("align this line", "alignez cette ligne");
const WRITE: Text = text!("write", "écrivez");
const NO_KEY: Text = text!("no `key: value` on this line", "pas de `clé: valeur` sur cette ligne");

/// Where YAML reads it all the same, it becomes part of a key.
pub const NO_BREAK_SPACE: Slip = Slip {
    name: "no-break-space",
    label: text!(
        "a no-break space: YAML needs a plain one here",
        "une espace insécable : YAML demande ici une espace ordinaire",
    ),
    help: text!("type the space again", "retapez cette espace"),
    find: spaces::no_break,
};

/// Where YAML reads it all the same, it becomes part of a key.
pub const MISSING_SPACE: Slip = Slip {
    name: "missing-space-after-colon",
    label: text!(
        "a space is missing after this colon",
        "il manque une espace après ce deux-points"
    ),
    help: WRITE,
    find: spaces::missing_after_colon,
};

/// Where YAML reads it all the same, it becomes part of a key.
pub const MISSING_BEFORE_BRACKET: Slip = Slip {
    name: "missing-space-before-bracket",
    label: text!(
        "a space is missing before this bracket",
        "il manque une espace devant ce crochet"
    ),
    help: WRITE,
    find: spaces::missing_before_bracket,
};

/// The table: what the character at the place says first, then what stands round it.
pub static SLIPS: &[Slip] = &[
    Slip {
        name: "conflict",
        label: text!("left over from a git merge", "reste d'une fusion git"),
        help: text!(
            "keep what is right in the two versions, often both, and delete the lines `<<<<<<<`, \
             `=======` and `>>>>>>>`",
            "gardez ce qui est juste dans les deux versions, souvent les deux, et supprimez les \
             lignes `<<<<<<<`, `=======` et `>>>>>>>`",
        ),
        find: conflict::marker,
    },
    Slip {
        name: "invisible-character",
        label: text!("an invisible character", "un caractère invisible"),
        help: text!("delete it", "supprimez-le"),
        find: spaces::invisible,
    },
    Slip {
        name: "tab",
        label: text!(
            "a tab: YAML needs spaces here",
            "une tabulation : YAML demande ici des espaces",
        ),
        help: text!("replace it with spaces", "remplacez-la par des espaces"),
        find: spaces::tab,
    },
    NO_BREAK_SPACE,
    Slip {
        name: "unknown-escape",
        label: text!(
            "between double quotation marks, `\\` begins an escape",
            "entre guillemets doubles, `\\` annonce un caractère spécial",
        ),
        help: text!("use single quotation marks", "mettez des guillemets simples"),
        find: escapes::unknown,
    },
    MISSING_BEFORE_BRACKET,
    Slip {
        name: "marker-in-value",
        label: text!(
            "`---` or `...` in the middle of a value",
            "`---` ou `...` au milieu d'une valeur"
        ),
        help: text!(
            "indent it if it belongs to the text, or delete it",
            "mettez cette ligne en retrait si elle fait partie du texte, ou supprimez-la",
        ),
        find: quotes::marker,
    },
    Slip {
        name: "unclosed-quote",
        label: text!("this quotation mark is never closed", "ce guillemet n'est pas refermé",),
        help: text!("close it", "refermez-le"),
        find: quotes::unclosed,
    },
    Slip {
        name: "quoted-text-at-margin",
        label: text!(
            "the text goes on here, at the column of its key",
            "le texte continue ici, à la colonne de sa clé",
        ),
        help: INDENT,
        find: quotes::at_margin,
    },
    Slip {
        name: "apostrophe-in-quotes",
        label: text!(
            "the text is in single quotation marks, and this apostrophe closes it",
            "le texte est entre guillemets simples, et cette apostrophe les referme",
        ),
        help: text!("use double quotation marks", "mettez des guillemets doubles"),
        find: quotes::apostrophe,
    },
    Slip {
        name: "quote-in-quotes",
        label: text!(
            "this quotation mark, inside the text, closes it",
            "ce guillemet, à l'intérieur du texte, le referme",
        ),
        help: WRITE,
        find: quotes::within_quotes,
    },
    Slip {
        name: "text-after-quotes",
        label: text!("text after the closing quotation mark", "du texte suit le guillemet fermant"),
        help: text!("put all of it in quotation marks", "mettez le tout entre guillemets"),
        find: quotes::text_after,
    },
    Slip {
        name: "star-for-dash",
        label: text!(
            "a list is written with `-`, not with `*`",
            "une liste s'écrit avec `-`, et non avec `*`",
        ),
        help: WRITE,
        find: items::star,
    },
    Slip {
        name: "reserved-sign",
        label: text!(
            "YAML does not read this sign as the beginning of a text",
            "YAML ne lit pas ce signe comme le début d'un texte",
        ),
        help: text!("put the text in quotation marks", "mettez le texte entre guillemets"),
        find: signs::reserved,
    },
    Slip {
        name: "text-after-bracket",
        label: text!("text after the closing bracket", "du texte suit le crochet fermant"),
        help: text!("put all of it in quotation marks", "mettez le tout entre guillemets"),
        find: brackets::text_after,
    },
    Slip {
        name: "hash-in-brackets",
        label: text!(
            "a space and `#` begin a comment, up to the end of the line",
            "une espace et `#` ouvrent un commentaire, jusqu'au bout de la ligne",
        ),
        help: QUOTE,
        find: brackets::hash_within,
    },
    Slip {
        name: "bracket-at-margin",
        label: text!(
            "this line is still inside the brackets of the key above",
            "cette ligne est encore dans les crochets de la clé du dessus",
        ),
        help: INDENT,
        find: brackets::at_margin,
    },
    Slip {
        name: "unclosed-bracket",
        label: text!(
            "this bracket or brace is never closed",
            "ce crochet ou cette accolade n'est pas refermé",
        ),
        help: text!("close it", "refermez-le"),
        find: brackets::unclosed,
    },
    Slip {
        name: "misplaced-bracket",
        label: text!("this bracket closes no other", "ce crochet n'en referme aucun autre"),
        help: text!(
            "remove it, or open it before; `[` is closed by `]`, `{` by `}`",
            "retirez-le, ou ouvrez-le avant ; `[` se referme par `]`, `{` par `}`",
        ),
        find: brackets::misplaced,
    },
    Slip {
        name: "bracket-as-key",
        label: text!("a key must be a word", "une clé doit être un mot"),
        help: text!(
            "if this is text, put it in quotation marks",
            "si c'est du texte, mettez-le entre guillemets",
        ),
        find: brackets::as_key,
    },
    MISSING_SPACE,
    Slip {
        name: "second-colon",
        label: text!(
            "a second colon with a space after it on this line",
            "un deuxième deux-points suivi d'une espace sur cette ligne",
        ),
        help: text!("put the text in quotation marks", "mettez le texte entre guillemets"),
        find: colons::second,
    },
    Slip {
        name: "missing-space-after-dash",
        label: text!("a space is missing after `-`", "il manque une espace après `-`"),
        help: WRITE,
        find: spaces::missing_after_dash,
    },
    Slip {
        name: "block-text-at-margin",
        label: text!(
            "the text announced by `|` or `>` must be indented",
            "le texte annoncé par `|` ou `>` doit être en retrait",
        ),
        help: INDENT,
        find: block_text::at_margin,
    },
    Slip {
        name: "item-not-aligned",
        label: text!(
            "this `-` is not below the one above",
            "ce `-` n'est pas sous celui du dessus",
        ),
        help: ALIGN,
        find: indentation::item,
    },
    Slip {
        name: "member-not-aligned",
        label: text!(
            "this key is not below the first one of its item",
            "cette clé n'est pas sous la première de son élément",
        ),
        help: ALIGN,
        find: indentation::member,
    },
    Slip { name: "missing-colon", label: NO_KEY, help: WRITE, find: colons::missing },
    Slip {
        name: "colon-in-continued-text",
        label: text!(
            "a colon with a space after it, in a text that began above",
            "un deux-points suivi d'une espace, dans un texte commencé plus haut",
        ),
        help: text!(
            "put the whole text in quotation marks, or below `|`",
            "mettez tout le texte entre guillemets, ou sous un `|`",
        ),
        find: colons::in_continued_text,
    },
    Slip {
        name: "key-below-value",
        label: text!(
            "indented below a line that has its value already",
            "en retrait sous une ligne qui a déjà sa valeur",
        ),
        help: text!(
            "align this line with the one above; or, if it belongs to that key, move its value to \
             a line of its own, as `name: …`",
            "alignez cette ligne sur celle du dessus ; ou, si elle dépend de cette clé, mettez la \
             valeur du dessus sur sa propre ligne, comme `name: …`",
        ),
        find: colons::below_value,
    },
    Slip {
        name: "missing-dash",
        label: text!(
            "this line, below items, does not begin with `-`",
            "cette ligne, sous des éléments, ne commence pas par `-`",
        ),
        help: text!(
            "start it with `- …`, or indent it if it continues the line above",
            "commencez-la par `- …`, ou mettez-la en retrait si elle continue la ligne du dessus",
        ),
        find: items::missing_dash,
    },
    Slip {
        name: "no-colon",
        label: NO_KEY,
        help: text!(
            "write `key: value`, or indent it if it continues the text above",
            "écrivez `clé: valeur`, ou mettez-la en retrait si elle continue le texte du dessus",
        ),
        find: colons::none,
    },
    Slip {
        name: "item-among-keys",
        label: text!(
            "`- …` and `key: …` in the same column",
            "`- …` et `clé: …` à la même colonne",
        ),
        help: text!(
            "put the `- …` lines below the key to which they belong",
            "mettez les lignes `- …` sous la clé dont elles dépendent",
        ),
        find: items::among_keys,
    },
    Slip {
        name: "first-key-indented",
        label: text!(
            "the first key is indented, and those below are not",
            "la première clé est en retrait, et pas celles du dessous",
        ),
        help: ALIGN,
        find: indentation::first_key,
    },
    Slip {
        name: "unaligned-key",
        label: text!(
            "no line above begins in this column",
            "aucune ligne au-dessus ne commence à cette colonne",
        ),
        help: text!(
            "give it the indentation of the keys next to it",
            "donnez-lui le même retrait qu'aux clés voisines",
        ),
        find: indentation::unaligned,
    },
    Slip {
        name: "misplaced-line",
        label: text!(
            "this line is not where YAML expects it",
            "cette ligne n'est pas là où YAML l'attend"
        ),
        help: text!(
            "compare its indentation with the lines above",
            "comparez son retrait avec celui des lignes du dessus",
        ),
        find: indentation::misplaced,
    },
];
