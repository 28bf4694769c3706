//! The text of a query → what stands in it, with places. This is the door of the parser library.
//!
//! ```text
//! any   = all { "or" all }
//! all   = one { one }                      joined by “and”
//! one   = { "not" | "-" } ( "(" any ")" | term | words )
//! term  = key ( ":" | "=" | "!=" ) [ value { "," value } ] | key ( "<" | "<=" | ">" | ">=" ) end
//! value = end | [ end ] ".." [ end ]
//! end   = "quoted words" | amount | word
//! ```

use winnow::ascii::Caseless;
use winnow::combinator::{
    alt, cut_err, delimited, eof, not, opt, peek, preceded, repeat, separated, terminated,
};
use winnow::error::ModalResult;
use winnow::prelude::*;
use winnow::stream::LocatingSlice;
use winnow::token::{literal, one_of, take_till, take_while};

use crate::finding::Diagnostic;
use crate::lang::{Phrase, phrase, text};
use crate::query::error::query_error;
use crate::query::expr::{ByteRange, Comparison, Expr, NAME, Operator, Token, ValueExpr};

/// The longest query, in bytes, and its deepest parentheses.
const MAX_LENGTH: usize = 10_000;
const MAX_DEPTH: usize = 64;

/// Parses the text of a query; an empty one asks nothing of a sheet.
///
/// # Errors
/// The place where it stops making sense.
pub fn parse(text: &str) -> Result<Expr, Box<Diagnostic>> {
    if text.trim().is_empty() {
        return Ok(Expr::All(Vec::new()));
    }
    if text.len() > MAX_LENGTH || depth(text) > MAX_DEPTH {
        let reason = text!("the query is too long", "la requête est trop longue");
        return Err(query_error(text, 0..1, reason.into(), None));
    }
    let whole = terminated(any_of, (blank, eof));
    let mut whole = whole;
    whole.parse(LocatingSlice::new(text)).map_err(|error| {
        let at = error.offset();
        let blank = text[at..].len() - text[at..].trim_start().len();
        query_error(text, at + blank..at + blank + 1, reason(text, at), None)
    })
}

/// The terms that must all hold, as they are written; none where “or” joins some.
pub fn joined_terms(text: &str) -> Vec<&str> {
    let and = || opt((alt((keyword("and"), keyword("et"))), blank));
    let or = alt((keyword("or"), keyword("ou")));
    let term = preceded((blank, and(), not(or)), one_of_them.take());
    let mut all = terminated(repeat::<_, _, Vec<&str>, _, _>(0.., term), (blank, eof));
    all.parse(LocatingSlice::new(text)).unwrap_or_default()
}

type Input<'a> = LocatingSlice<&'a str>;

/// Spaces of any sort: those of pasted text may be hard.
fn blank<'a>(input: &mut Input<'a>) -> ModalResult<&'a str> {
    take_while(0.., char::is_whitespace).parse_next(input)
}

fn any_of(input: &mut Input) -> ModalResult<Expr> {
    let between = (blank, alt((keyword("or"), keyword("ou"))));
    separated(1.., all_of, between).map(|any| single(any, Expr::Any)).parse_next(input)
}

fn all_of(input: &mut Input) -> ModalResult<Expr> {
    let joins = || alt((keyword("or"), keyword("ou")));
    // Terms side by side must all hold; who says so says nothing new.
    let and = opt((alt((keyword("and"), keyword("et"))), blank));
    let one = preceded((blank, and, not(joins())), one_of_them);
    repeat(1.., one).map(|all| single(all, Expr::All)).parse_next(input)
}

fn single(mut several: Vec<Expr>, join: fn(Vec<Expr>) -> Expr) -> Expr {
    match several.len() {
        1 => several.remove(0),
        _ => join(several),
    }
}

fn one_of_them(input: &mut Input) -> ModalResult<Expr> {
    let negation = alt((
        terminated("-", peek(one_of(|c: char| !c.is_whitespace()))).void(),
        keyword("not").void(),
        keyword("non").void(),
    ));
    let negations: usize = repeat(0.., terminated(negation, blank)).parse_next(input)?;
    let group = delimited("(", any_of, cut_err((blank, ")")));
    let inner = alt((group, view, term, words)).parse_next(input)?;
    Ok(match negations % 2 {
        0 => inner,
        _ => Expr::Not(Box::new(inner)),
    })
}

/// The name of a view: `@récents`.
fn view(input: &mut Input) -> ModalResult<Expr> {
    let name = alt((quoted, bare));
    let (at, name) = (literal("@").with_span(), name).parse_next(input)?;
    let key = Token { text: NAME.to_owned(), quoted: false, at: at.1 };
    Ok(Expr::Term { key, operator: Operator::Is, values: vec![ValueExpr::One(name)] })
}

fn term(input: &mut Input) -> ModalResult<Expr> {
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    // A label of several words is typed in quotation marks: `"date de début">2022`.
    let key = alt((quoted, take_while(1.., letters).with_span().map(word)));
    let comparison = alt((
        ">=".value(Operator::Compares(Comparison::AtLeast)),
        "<=".value(Operator::Compares(Comparison::AtMost)),
        "!=".value(Operator::EqualsNot),
        ">".value(Operator::Compares(Comparison::More)),
        "<".value(Operator::Compares(Comparison::Less)),
        "=".value(Operator::Equals),
    ));
    // People set comparisons apart, `cost > 5000`; a colon always touches both its sides.
    let comparison = delimited(blank, comparison, blank);
    let operator = alt((":".value(Operator::Is), comparison));
    let (key, operator) = (key, operator).parse_next(input)?;
    let values = match operator {
        // Only one can follow: its comma is that of a decimal.
        Operator::Compares(_) => {
            let value = alt((
                quoted,
                amount(',').map(word),
                take_till(1.., stops(' ')).with_span().map(word),
            ));
            opt(value).parse_next(input)?.into_iter().map(ValueExpr::One).collect()
        }
        Operator::Is | Operator::Equals | Operator::EqualsNot => {
            separated(0.., value, ",").parse_next(input)?
        }
    };
    Ok(Expr::Term { key, operator, values })
}

fn value(input: &mut Input) -> ModalResult<ValueExpr> {
    let end = || alt((quoted, amount('.').map(word), before_range));
    let close = (opt(end()), "..", opt(end())).map(|(from, _, to)| (from, to));
    // With spaces, both its ends must be there: `2021.. lavoir` is an open range and a word.
    let wide = (end(), (one_of(char::is_whitespace), "..", one_of(char::is_whitespace)), end());
    let wide = wide.map(|(from, _, to)| (Some(from), Some(to)));
    let range = alt((wide, close)).with_span();
    let range = range.map(|((from, to), at)| ValueExpr::Between(from, to, at));
    alt((range, end().map(ValueExpr::One))).parse_next(input)
}

/// A word up to the two dots of a range.
fn before_range(input: &mut Input) -> ModalResult<Token> {
    let character = preceded(not(".."), take_till(1..=1, stops(',')));
    repeat::<_, _, (), _, _>(1.., character).take().with_span().map(word).parse_next(input)
}

fn word((text, at): (&str, ByteRange)) -> Token {
    Token { text: text.to_owned(), quoted: false, at }
}

fn not_digit(input: &mut Input) -> ModalResult<()> {
    alt((eof.void(), one_of(|c: char| !c.is_ascii_digit()).void())).parse_next(input)
}

/// Words that belong to the number before them.
const UNITS: [&str; 28] = [
    "eur",
    "euro",
    "euros",
    "chf",
    "ht",
    "ttc",
    "hab",
    "habitant",
    "habitants",
    "personne",
    "personnes",
    "heure",
    "heures",
    "jour",
    "jours",
    "semaine",
    "semaines",
    "mois",
    "an",
    "ans",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
];

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word.to_lowercase().as_str())
}

/// A number whose thousands are set apart, with the currency and the tax behind it: `5 000 € HT`.
/// Its decimals stand behind a dot, or behind a comma where that means nothing else.
fn amount<'a>(
    decimal: char,
) -> impl Parser<Input<'a>, (&'a str, ByteRange), winnow::error::ErrMode<winnow::error::ContextError>>
{
    let digits = |range| take_while(range, |c: char| c.is_ascii_digit());
    let space = || one_of([' ', '\u{a0}', '\u{202f}']);
    let end = || peek(alt((eof.void(), one_of(|c: char| !c.is_alphanumeric()).void())));
    let groups = repeat::<_, _, (), _, _>(1.., (space(), digits(3..=3), peek(not_digit)));
    let cents = move || opt((one_of(['.', decimal]), digits(1..=2), peek(not_digit)));
    let sign = || alt(("k€".void(), "€".void()));
    // Before an operator, such a word is a key: `year:2023 habitants:1000..`.
    let is_key = || alt((":".void(), (blank, opt("!"), one_of(['<', '>', '='])).void()));
    let word = move || {
        let word = take_while(1.., |c: char| c.is_alphabetic()).verify(is_unit).void();
        (word, end(), not(is_key()), opt((".", not("."), end()))).void()
    };
    let unit = move || (opt(space()), alt((sign(), word())));
    let units = move || repeat::<_, _, (), _, _>(1..=2, unit());
    let spaced = (digits(1..=3), groups, cents(), opt(units())).void();
    // Ahead of today, or before it: `-6 mois`.
    let plain = (opt(one_of(['-', '+'])), digits(1..=30), cents(), units()).void();
    alt((spaced, plain)).take().with_span()
}

fn words(input: &mut Input) -> ModalResult<Expr> {
    let word = preceded(not(one_of(['<', '>', '='])), bare);
    alt((quoted, word)).map(Expr::Words).parse_next(input)
}

/// Words in quotation marks of any of the usual sorts.
fn quoted(input: &mut Input) -> ModalResult<Token> {
    let open = one_of(['"', '“', '«']).parse_next(input)?;
    let close = match open {
        '“' => '”',
        '«' => '»',
        _ => '"',
    };
    let inside = take_till(0.., move |c| c == close).with_span();
    let (text, at): (&str, ByteRange) = terminated(inside, cut_err(close)).parse_next(input)?;
    let text = text.trim_matches([' ', '\u{a0}', '\u{202f}']).to_owned();
    Ok(Token { text, quoted: true, at })
}

fn bare(input: &mut Input) -> ModalResult<Token> {
    take_till(1.., stops(',')).with_span().map(word).parse_next(input)
}

/// What ends a word: a space, a parenthesis, a quotation mark, and this character.
fn stops(also: char) -> impl Fn(char) -> bool + Copy {
    move |c: char| c.is_whitespace() || c == also || matches!(c, '(' | ')' | '"' | '“' | '«')
}

fn keyword<'a>(
    word: &'static str,
) -> impl Parser<Input<'a>, (), winnow::error::ErrMode<winnow::error::ContextError>> {
    let end = alt((eof.void(), one_of(|c: char| c.is_whitespace() || c == '(').void()));
    (literal(Caseless(word)), peek(end), opt(blank)).void()
}

fn depth(text: &str) -> usize {
    let mut deepest = 0_usize;
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '(' => open += 1,
            ')' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Why the parser stopped at a byte.
fn reason(text: &str, at: usize) -> Phrase {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let open = before.matches('(').count() > before.matches(')').count();
    let marks =
        before.matches('"').count() % 2 == 1 || before.contains('«') && !before.contains('»');
    match rest.trim_start().chars().next() {
        None if marks => {
            phrase!("unclosed quotation mark", "guillemet non refermé")
        }
        None if open => {
            phrase!("unclosed parenthesis", "parenthèse non refermée")
        }
        None => phrase!("unexpected end of query", "la requête s'arrête trop tôt"),
        _ if ["or", "ou", "not", "non"]
            .iter()
            .any(|word| rest.trim().eq_ignore_ascii_case(word)) =>
        {
            phrase!("a term must follow this word", "il faut un critère après ce mot")
        }
        Some(')') => {
            phrase!("unmatched closing parenthesis", "parenthèse fermante en trop")
        }
        Some('<' | '>' | '=') => {
            phrase!(
                "a key must come before it, e.g. cost>5000",
                "il faut une clé avant, par exemple cost>5000",
            )
        }
        Some(_) => phrase!("unexpected here", "inattendu ici"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    /// Writes back what stands in a query, with every join and negation shown.
    fn shape(written: &Expr) -> String {
        let join = |all: &[Expr], with: &str| {
            let shapes: Vec<String> = all.iter().map(shape).collect();
            format!("[{}]", shapes.join(with))
        };
        match written {
            Expr::All(all) => join(all, " "),
            Expr::Any(any) => join(any, " | "),
            Expr::Not(one) => format!("!{}", shape(one)),
            Expr::Words(word) => format!("'{}'", word.text),
            Expr::Term { key, operator, values } => {
                let end = |end: &Option<Token>| {
                    end.as_ref().map_or(String::new(), |end| end.text.clone())
                };
                let value = |value: &ValueExpr| match value {
                    ValueExpr::One(word) => word.text.clone(),
                    ValueExpr::Between(from, to, _) => format!("{}..{}", end(from), end(to)),
                };
                let values: Vec<String> = values.iter().map(value).collect();
                format!("{} {operator:?} {}", key.text, values.join("/"))
            }
        }
    }

    #[test]
    fn a_query_is_terms_joined_by_and_or_and_not() {
        for (text, expected) in [
            ("", "[]"),
            ("habitants", "'habitants'"),
            ("year:2023", "year Is 2023"),
            ("year=2023", "year Equals 2023"),
            ("a b", "['a' 'b']"),
            ("a or b c", "['a' | ['b' 'c']]"),
            ("(a or b) c", "[['a' | 'b'] 'c']"),
            ("-a", "!'a'"),
            ("not a", "!'a'"),
            ("non a", "!'a'"),
            ("\"date de début\">2022", "date de début Compares(More) 2022"),
            ("start>-6 mois", "start Compares(More) -6 mois"),
            ("NOT (a OR b)", "!['a' | 'b']"),
            ("- a", "['-' 'a']"),
            ("--a", "'a'"),
            ("cost>=5000", "cost Compares(AtLeast) 5000"),
            ("cost!=0", "cost EqualsNot 0"),
            ("team:yannick,nadine", "team Is yannick/nadine"),
            ("team:\"Jean D.\",\"b c\"", "team Is Jean D./b c"),
            ("\"porte à porte\"", "'porte à porte'"),
            ("«\u{a0}porte à porte\u{a0}»", "'porte à porte'"),
            ("tool:", "tool Is "),
            ("-tool:", "!tool Is "),
            ("year:2021..2023", "year Is 2021..2023"),
            ("x-ma-clé:oui", "x-ma-clé Is oui"),
            ("cost > 5000 lavoir", "[cost Compares(More) 5000 'lavoir']"),
            ("cost>5 000 € HT lavoir", "[cost Compares(More) 5 000 € HT 'lavoir']"),
            ("cost<9500€HT", "cost Compares(Less) 9500€HT"),
            ("population:1 400", "population Is 1 400"),
            ("cost:5 000..10 000", "cost Is 5 000..10 000"),
            ("cost:\"5 000\"..\"10 000\"", "cost Is 5 000..10 000"),
            ("cost:..500€", "cost Is ..500€"),
            ("start:2023-03..", "start Is 2023-03.."),
            ("cost>12,50", "cost Compares(More) 12,50"),
            ("cost>1 200,50 € HT", "cost Compares(More) 1 200,50 € HT"),
            ("cost:1 200.50€", "cost Is 1 200.50€"),
            ("cost:12,50", "cost Is 12/50"),
            ("year:2023 2024", "[year Is 2023 '2024']"),
            ("cost>5000 HT", "cost Compares(More) 5000 HT"),
            ("cost>5000 €HT lavoir", "[cost Compares(More) 5000 €HT 'lavoir']"),
            ("cost<5 k€", "cost Compares(Less) 5 k€"),
            ("population>4800 hab. lavoir", "[population Compares(More) 4800 hab. 'lavoir']"),
            ("duration:9 mois", "duration Is 9 mois"),
            ("cost:5000 .. 10 000", "cost Is 5000..10 000"),
            ("year:2021.. lavoir", "[year Is 2021.. 'lavoir']"),
            ("a and b et c", "['a' 'b' 'c']"),
            ("a ou b", "['a' | 'b']"),
            ("oubli etang android", "['oubli' 'etang' 'android']"),
            ("year:2023\u{a0}cost>5", "[year Is 2023 cost Compares(More) 5]"),
            ("orange", "'orange'"),
            ("nothing", "'nothing'"),
        ] {
            let written = parse(text).unwrap_or_else(|diagnostic| panic!("{text}: {diagnostic:?}"));
            assert_eq!(shape(&written), expected, "{text}");
        }
    }

    #[test]
    fn a_word_before_an_operator_is_a_key_even_where_it_is_a_unit() {
        for unit in UNITS {
            for before in ["year:2023", "cost>5000", "tool.count:2", "cost:5 000..10 000"] {
                for operator in [":", ">", " > ", "<=", "=", " != "] {
                    let [one, other] = [before.to_owned(), format!("{unit}{operator}5")]
                        .map(|term| shape(&parse(&term).expect("a term")));
                    let both = parse(&format!("{before} {unit}{operator}5")).expect("two terms");
                    assert_eq!(
                        shape(&both),
                        format!("[{one} {other}]"),
                        "{before} {unit}{operator}5"
                    );
                }
            }
        }
    }

    #[test]
    fn a_mistake_is_told_at_its_place() {
        for (text, column, reason) in [
            ("été \"porte", 11, "unclosed quotation mark"),
            ("(a or b", 8, "unclosed parenthesis"),
            ("a ) b", 3, "unmatched closing parenthesis"),
            ("a or", 3, "a term must follow this word"),
        ] {
            let diagnostic = parse(text).expect_err(text);
            assert_eq!(diagnostic.finding.label.get(Lang::En), reason, "{text}");
            assert_eq!(diagnostic.finding.span.start.column, column, "{text}");
        }
        assert!(parse(&"(".repeat(100)).is_err());
        assert!(parse(&"a ".repeat(10_000)).is_err());
    }
}
