//! The name of the rule that made a record; never what it does.

use std::borrow::Cow;

/// `en.tally.killed`. The reader's own names are part of the program and take no room in a record;
/// names out of a stored reading are kept as they were.
pub type RuleName = Cow<'static, str>;
