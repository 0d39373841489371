//! An HTML page to its main text and to what it says about itself. Never runs its scripts,
//! never follows its links.

pub(crate) mod layout;
mod linked_data;
pub(crate) mod main_text;
mod metadata;
mod offers;
mod shape;
pub(crate) mod tags;

use crate::said::Page;

pub(crate) fn read(html: &str) -> Page {
    let main = main_text::main_text(html);
    Page {
        text: main.text,
        said: metadata::read(html),
        problems: main.problems,
    }
}
