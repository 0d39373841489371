//! Page furniture out of a text: headers, buttons, blurbs, advertisements, teasers.
//!
//! Rules are general and name no outlet. A false cut loses evidence, so a rule strikes only what
//! has the whole shape of furniture, and every line struck is listed with its rule.

mod blurb;
mod masthead;
mod single;
mod teasers;
mod title;
mod words;

use crate::lines::{settle, split};
use crate::removed::Removed;

pub(crate) use masthead::without_by;

/// A text without its furniture, and what the furniture told.
#[derive(Debug, Default)]
pub(crate) struct Stripped {
    pub text: String,
    pub removed: Removed,
    pub title: Option<String>,
    pub byline: Option<String>,
    /// The site's name, where its blurb gives it.
    pub outlet: Option<String>,
}

/// `title` is what is known already; plain text shows its own.
pub(crate) fn strip(text: &str, title: Option<&str>) -> Stripped {
    let mut lines = split(text);
    if let Some(title) = title {
        title::strike_known(&mut lines, title);
    }
    let byline = masthead::strike(&mut lines);
    let outlet = blurb::strike(&mut lines);
    single::strike(&mut lines);
    let title = match title {
        Some(title) => Some(title.to_owned()),
        None => title::strike_own(&mut lines),
    };
    teasers::strike(&mut lines);
    let (text, removed) = settle(&lines);
    Stripped {
        text,
        removed,
        title,
        byline,
        outlet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines opening with "- " are furniture, the others stay.
    fn check(marked: &str) {
        let lines: Vec<&str> = marked.lines().collect();
        let text: Vec<&str> = lines
            .iter()
            .map(|line| line.strip_prefix("- ").unwrap_or(line))
            .collect();
        let stripped = strip(&text.join("\n"), None);
        let struck: Vec<usize> = stripped
            .removed
            .lines
            .iter()
            .map(|line| line.number)
            .collect();
        let marks = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.starts_with("- "));
        let want: Vec<usize> = marks.map(|(at, _)| at + 1).collect();
        assert_eq!(struck, want, "struck {:#?}", stripped.removed.lines);
    }

    #[test]
    fn a_header_goes_and_the_first_sentence_stays() {
        check(
            "- Quiet Night On The Hills\n\n- Quiet Night On The Hills\n\n- Date:\n\nIt was quiet, the mayor said.",
        );
        check(
            "- Quiet night\n- By Anna One\n- Published: 1 March 2022\n\nIt was quiet, the mayor said.",
        );
        check(
            "Quiet night on the hills\n\nIt was quiet, the mayor said.\n\nIt was quiet, the mayor said.",
        );
        check("Shots heard again in town\n\nShots heard again in town");
        check("Four shot (Photo: A. One)\n\nFour shot (Photo: A. One)\n\nIt was loud, they said.");
        check("© Anna One, 24, saw it.\n- © 2022 Harbour Post\nIt was loud, they said.");
        check("It was quiet.\n\nNothing moved on the road to the north, a driver said.");
    }

    #[test]
    fn buttons_and_advertisements_go_wherever_they_stand() {
        check("It was quiet.\n- Advertisement\n- - Sponsor -spot_img\nThen a shot was heard.");
        check(
            "It was quiet.\n- Share on Facebook\n- Поділитися\n- #Quiet #Night\n- Реклама\nThen a shot was heard.",
        );
        check("It was quiet.\n- Follow us on Telegram and Twitter\n- Підписуйтесь на наш канал");
        check(
            "The advertisement showed a tank.\nShare of the wounded: 20 of 44.\nFollow us, the soldier said.",
        );
        check("#Quiet: the mayor said it was quiet.\nThe related case was closed.");
    }

    #[test]
    fn teasers_go_after_a_starter_and_prose_resumes() {
        check(
            "It was quiet, the mayor said.\n\n- Related\n\n- Ministers meet in the capital\n\n- A meeting \
             between the two ministers...\n\n- Harvest begins early",
        );
        check(
            "It was quiet, the mayor said.\n- Quick answer\nBut on Monday, the shots returned to the hills.",
        );
        check(
            "It was quiet, the mayor said.\n- Читайте також\n- Міністри зустрілися у столиці\nАле в понеділок \
             постріли повернулися, повідомив мер міста на своїй сторінці.",
        );
        check(
            "It was quiet, the mayor said.\n- Читайте также: Министры встретились в столице\nНо потом началась стрельба.",
        );
        check(
            "Related deaths rose to four, the city council said.\nRead more about it in the report, he said.",
        );
        check(
            "It was quiet.\n\nComments\nby the governor on the fighting were published on Monday, and he said four were killed.",
        );
    }

    #[test]
    fn a_blurb_under_the_sites_name_goes_and_names_the_site() {
        let text = "It was quiet, the mayor said.\n\nHarbour Post\nHarbour Posthttps://harbour.example\n\
            Our readers trust us for news. Subscribe to our podcast.";
        let stripped = strip(text, None);
        assert_eq!(stripped.text, "It was quiet, the mayor said.");
        assert_eq!(stripped.outlet.as_deref(), Some("Harbour Post"));
        check("The ministry\nhttps://ministry.example/report/17\nsays four were killed.");
    }
}
