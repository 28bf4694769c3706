//! `sheet edit ID`: the sheet in the person's editor, checked on leaving, saved when it is good or
//! accepted; until then the old one stands.

use anyhow::Result;

use crate::cli::EditArgs;
use crate::commands::editing::kept;
use crate::commands::{Context, Exit};
use crate::finding::{Notice, Tally};
use crate::lang::{Phrase, Text};
use crate::portfolio::Entry;
use crate::report::{Together, validate};
use crate::source::Source;
use crate::store::{self, Draft, Replaced};
use crate::terminal::prompt::{Answer, Prompt};

const ALONE: Text = Text::new(
    "sheet edit needs a terminal; in a script: sheet set, sheet unset, sheet add",
    "sheet edit demande un terminal ; dans un script : sheet set, sheet unset, sheet add",
);

const BAD: Text = Text::new("The sheet has errors.", "La fiche a des erreurs.");
const BACK: Text = Text::new("back to the editor", "revenir à l'éditeur");
const ACCEPT: Text = Text::new("save it all the same", "enregistrer quand même");
const LEAVE: Text =
    Text::new("leave the old sheet as it is", "laisser l'ancienne fiche telle quelle");

/// Edits the sheet.
pub fn run(context: &Context, args: &EditArgs) -> Result<Exit> {
    let Some(mut prompt) = Prompt::start(context.terminal)? else {
        context.say(&ALONE.into());
        return Ok(Exit::Wrong);
    };
    let collection = context.collection()?;
    let Some(path) = context.named(&collection, &args.id)? else {
        return Ok(Exit::No);
    };
    let before = match store::read_bytes(&path) {
        Ok(bytes) => bytes,
        Err(unreadable) => {
            context.tell(&[Notice::new(&unreadable.source, unreadable.finding)]);
            return Ok(Exit::No);
        }
    };
    let name = path.full.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let draft = Draft::begin(&context.drafts()?, &name, &before)?;
    loop {
        let edited = context.in_editor(&draft)?;
        let failed = edited.is_none();
        let Some(after) = edited.filter(|after| *after != before) else {
            context.say(&Phrase::new(
                format!("{} stands as it was", path.shown),
                format!("{} reste telle quelle", path.shown),
            ));
            if failed && !draft.bytes()?.is_empty() && draft.bytes()? != before {
                context.say(&kept(&draft));
            } else {
                draft.remove();
            }
            return Ok(if failed { Exit::No } else { Exit::Done });
        };
        let notices = told(context, &path.shown, &after);
        let tally = Tally::of(notices.iter().map(|notice| &notice.finding));
        if tally.errors > 0 {
            context.show(&validate::report(notices, 1, Together::ByFile, context.lang()));
            let say = |text: Text| text.say(context.lang()).to_owned();
            let items = [say(BACK), say(ACCEPT), say(LEAVE)];
            match prompt.choose(&say(BAD), &items, 0) {
                Answer::Given(0) => continue,
                Answer::Given(1) => {}
                Answer::Given(_) | Answer::End => {
                    context.say(&kept(&draft));
                    return Ok(Exit::No);
                }
                Answer::Stopped => {
                    context.say(&kept(&draft));
                    return Ok(Exit::Stopped);
                }
            }
        }
        let lock = context.lock(&collection)?;
        if lock.replace(&path.full, &before, &after)? == Replaced::Changed {
            context.say(&Phrase::new(
                format!("{} was changed by somebody else meanwhile, and left alone", path.shown),
                format!("{} a été modifié entre-temps, et laissé tel quel", path.shown),
            ));
            context.say(&kept(&draft));
            return Ok(Exit::No);
        }
        draft.remove();
        context.say(&Phrase::new(
            format!("{}: saved", path.shown),
            format!("{} : enregistrée", path.shown),
        ));
        context.say(&validate::verdict(1, tally));
        return Ok(Exit::Done);
    }
}

/// Everything that is to be told of a text.
fn told(context: &Context, path: &str, bytes: &[u8]) -> Vec<Notice> {
    let source = match Source::new(path, bytes.to_vec()) {
        Ok(source) => source,
        Err(unreadable) => return vec![Notice::new(&unreadable.source, unreadable.finding)],
    };
    match Entry::read(&source, context.today) {
        Ok(entry) => context.told(&entry),
        Err(finding) => vec![Notice::new(&source, *finding)],
    }
}
