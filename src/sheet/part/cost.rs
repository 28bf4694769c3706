//! The parts of a cost, and of a share of it.

use crate::lang::choice::ChoiceValue;
use crate::lang::text;
use crate::sheet::part::model::{Part, implied, one, part, token};
use crate::sheet::shape::Shape;
use crate::value::money::{Basis, Tax};

/// Those of a cost.
pub(super) static COST: &[Part] = &[
    part(
        "amount",
        Shape::Amount,
        &["montant", "somme", "prix", "total", "coût", "coût total", "budget", "price", "value"],
        text!("Number, without its currency", "Nombre, sans la monnaie"),
    ),
    implied(
        Part {
            shape: Shape::Currency,
            ..token(
                "currency",
                &["monnaie", "devise"],
                text!("Three-letter code, EUR when absent", "Code à trois lettres, EUR par défaut"),
            )
        },
        "EUR",
    ),
    part(
        "tax",
        Shape::Choice(ChoiceValue::all::<Tax>),
        &["taxe", "tva", "vat", "fiscalité", "ht", "ttc"],
        text!("HT, TTC or exempt; unknown when absent", "HT, TTC ou exonéré ; inconnue si absente",),
    ),
    implied(
        part(
            "basis",
            Shape::Choice(ChoiceValue::all::<Basis>),
            &["base", "nature", "sorte", "kind"],
            text!(
                "invoiced, budget or valued (in kind: volunteer work)",
                "facturé, budget ou valorisé (bénévolat)",
            ),
        ),
        "invoiced",
    ),
    part(
        "estimated",
        Shape::Flag,
        &["estimé", "estimation", "estimate", "environ", "approximatif"],
        text!(
            "true for an estimate (about 9500 €)",
            "true pour un montant estimé (environ 9500 €)",
        ),
    ),
    part(
        "shares",
        Shape::Shares,
        &["répartition", "parts", "financements", "financement", "financeurs", "funding"],
        text!("Who pays which share", "Qui paie quelle part"),
    ),
];

/// Those of a share of a cost.
pub(super) static SHARE: &[Part] = &[
    part(
        "from",
        Shape::Line,
        &["de", "par", "financeur", "payeur", "qui", "nom", "name", "by", "source", "organisation"],
        text!("Organisation that pays", "Organisation qui paie"),
    ),
    one(part(
        "percent",
        Shape::Decimal,
        &["pourcentage", "pourcent", "pour cent", "part", "taux", "share", "percentage", "rate"],
        text!("Share of the cost, in percent", "Part du coût, en pour cent"),
    )),
    one(part(
        "amount",
        Shape::Amount,
        &["montant", "somme", "value"],
        text!("Share of the cost, as an amount", "Part du coût, en montant"),
    )),
];
