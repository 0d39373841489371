//! What a preposition leaves open of a time: "since Thursday", "by Thursday", "after Thursday".

use bearings_model::When;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    /// Begun then and going on.
    Since,
    /// Ended then, begun nobody says when.
    Until,
    /// Then at the latest.
    By,
    Before,
    /// Then at the earliest: "after 24 February" may include that day.
    After,
}

impl Ends {
    pub fn of(self, when: When) -> When {
        let (first, last) = (when.begin[0], when.end[1]);
        let (begin, end) = match self {
            Ends::Since => (when.begin, [first, None]),
            Ends::Until => ([None, last], when.end),
            Ends::By => ([None, last], [None, last]),
            Ends::Before => ([None, first], [None, first]),
            Ends::After => ([first, None], [first, None]),
        };
        When { begin, end, ..when }
    }
}
