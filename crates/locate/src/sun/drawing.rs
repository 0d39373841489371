//! What the pictures share: colours that follow light and dark, and text made safe. No scripts.

use crate::markup::escaped;

/// Colours by the reader's scheme; text and lines take the page's own colour where they can.
pub(crate) const STYLE: &str = "\
svg{color:#1c2733;background:#ffffff;font:13px system-ui,sans-serif}\
.t{fill:currentColor}.q{fill:currentColor;opacity:.72;font-size:12px}\
.g{stroke:currentColor;opacity:.18;fill:none}.a{stroke:currentColor;opacity:.55;fill:none}\
.l{fill:currentColor;opacity:.13}.s{stroke:#b35900;stroke-width:2;fill:none}\
.m{fill:#b35900;opacity:.16}.n{fill:#1f6feb;opacity:.22}.h{fill:#1f6feb;opacity:.5}\
.f{stroke:#1f6feb;stroke-dasharray:4 3;fill:none}.p{fill:#b35900}\
@media(prefers-color-scheme:dark){svg{color:#dde5ee;background:#12181f}\
.s{stroke:#ffb454}.m{fill:#ffb454}.p{fill:#ffb454}.n{fill:#6cb0ff}.h{fill:#6cb0ff}.f{stroke:#6cb0ff}}";

/// An element of text.
pub(crate) fn text(class: &str, x: f64, y: f64, anchor: &str, words: &str) -> String {
    format!(
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>\n",
        escaped(words)
    )
}

/// The whole picture, with what it shows said for those who do not see it.
pub(crate) fn picture(width: f64, height: f64, title: &str, body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\">\n<title>{}</title>\n<style>{STYLE}</style>\n{body}</svg>\n",
        escaped(title)
    )
}
