//! What the page says by itself, in its language.

use crate::export::words::words;
use crate::sheet::debrief;

words! {
    title = debrief::TITLE;
    facts = debrief::FACTS;
    lessons = debrief::LESSONS;
    keep = debrief::KEEP;
    gap = debrief::GAP;
    held = debrief::VERDICTS[0];
    not_held = debrief::VERDICTS[1];
    not_tried = debrief::VERDICTS[2];
}
