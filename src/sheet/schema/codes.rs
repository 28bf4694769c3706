//! The finding that the schema of a collection is not the one that this program would write.

use crate::finding::{Lint, Severity};
use crate::lang::text;

/// That the schema in a collection is not the one of this program and of its settings.
pub static OLD_SCHEMA_LINE: Lint = Lint {
    code: "old-schema-line",
    severity: Severity::Hint,
    title: text!("outdated editor schema", "schéma d'éditeur pas à jour"),
    why: text!(
        "Editors check and complete the sheets by `sheet.schema.json`, and `sheet.yaml` by \
         `settings.schema.json`. Written by another version of sheet, or before `sheet.yaml` \
         changed, they may lack fields or names, or reject what sheet accepts.",
        "Les éditeurs vérifient et complètent les fiches d'après `sheet.schema.json`, et \
         `sheet.yaml` d'après `settings.schema.json`. Écrits par une autre version de sheet, ou \
         avant un changement de `sheet.yaml`, il peut leur manquer des champs ou des noms, et ils \
         peuvent refuser ce que sheet accepte.",
    ),
    help: text!("write it again: sheet init --renew", "réécrivez-le : sheet init --renew"),
    bad: "",
    good: "",
};
