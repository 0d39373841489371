//! Names, patterns and productions, sorted by name.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "amount.about",
        pattern: "\"about\", \"some\", \"around\", \"nearly\" before a number",
        production: "about that number",
    },
    Rule {
        name: "amount.at_least",
        pattern: "\"at least\", \"no fewer than\" before a number",
        production: "that number or more",
    },
    Rule {
        name: "amount.at_most",
        pattern: "\"up to\", \"no more than\" before a number",
        production: "that number or fewer",
    },
    Rule {
        name: "amount.between",
        pattern: "\"between 12 and 15\", \"from 12 to 15\"",
        production: "a range, both ends included",
    },
    Rule {
        name: "amount.exact",
        pattern: "a number in digits or words, alone",
        production: "exactly that number",
    },
    Rule {
        name: "amount.fewer_than",
        pattern: "\"fewer than\", \"under\" before a number",
        production: "one less, or fewer",
    },
    Rule {
        name: "amount.fraction",
        pattern: "\"half of the 40\", \"a third of the passengers\"",
        production: "about that share of the number, or the word alone where there is none",
    },
    Rule {
        name: "amount.more_than",
        pattern: "\"more than\", \"over\" before a number",
        production: "one more, or more",
    },
    Rule {
        name: "amount.range",
        pattern: "\"12-15\", \"five to 10\", \"12 or 15\"",
        production: "a range, both ends included",
    },
    Rule {
        name: "amount.revised",
        pattern: "\"rose from 5 to 12\": a count that was changed",
        production: "the later number",
    },
    Rule {
        name: "amount.vague",
        pattern: "\"dozens\", \"several\", \"scores\"",
        production: "the word, with the bound it alone commits to",
    },
    Rule {
        name: "denial",
        pattern: "a clause under a verb of denial, called false, or in which an office says no of itself",
        production: "a denial",
    },
    Rule {
        name: "event",
        pattern: "a clause with a word for something that happens",
        production: "an event of the kind the word names",
    },
    Rule {
        name: "forecast",
        pattern: "a clause about what is to come, said by someone or of an event",
        production: "a forecast with every window its words allow",
    },
    Rule {
        name: "hypothesis",
        pattern: "a clause put forward as a supposition, an explanation or an opinion",
        production: "a hypothesis",
    },
    Rule {
        name: "hypothesis.left_open",
        pattern: "\"not possible to say\", \"it is not clear whether\" before what is asked",
        production: "a hypothesis nobody commits to",
    },
    Rule {
        name: "observation",
        pattern: "a clause told of what a clip or picture shows",
        production: "an observation that rests on the clip",
    },
    Rule {
        name: "order.after",
        pattern: "\"after the shelling, …\"",
        production: "the clause's event comes after the one named",
    },
    Rule {
        name: "order.before",
        pattern: "\"before the shelling, …\"",
        production: "the clause's event comes before the one named",
    },
    Rule {
        name: "order.by_then",
        pattern: "\"by then the fire was out\"",
        production: "what is told had come about by the event told of before",
    },
    Rule {
        name: "order.earlier",
        pattern: "\"earlier\", \"before that\" at the head of a sentence",
        production: "the clause's event comes before the one told of before",
    },
    Rule {
        name: "order.later",
        pattern: "\"later, another video\", \"shot later\"",
        production: "the clip comes after the one told of before",
    },
    Rule {
        name: "order.no_longer",
        pattern: "something seen to have ended that another clip shows going on",
        production: "the clip comes after that other one",
    },
    Rule {
        name: "order.shot_after",
        pattern: "\"shot after the gunfight\"",
        production: "the clip comes after the event named",
    },
    Rule {
        name: "order.then",
        pattern: "\"then\", \"after that\", \"later\" at the head of a sentence",
        production: "the clause's event comes after the one told of before",
    },
    Rule {
        name: "place.adjective",
        pattern: "an adjective made from a place's name before what it is of (\"Сумська область\", \"Бердянський порт\")",
        production: "the region or the town the name is of",
    },
    Rule {
        name: "place.centre",
        pattern: "\"the city centre\", \"downtown\"",
        production: "a part of the settlement the text is mainly about",
    },
    Rule {
        name: "place.demonym",
        pattern: "\"Russian troops\", \"the Ukrainians\": a word made from a country's name",
        production: "the country, as whose or who, never as where",
    },
    Rule {
        name: "place.inflected",
        pattern: "a name in a case that the list of places does not spell",
        production: "the place whose name it is in the nominative",
    },
    Rule {
        name: "place.name",
        pattern: "a name the list of places has, in any of its spellings",
        production: "the namesake that fits the text best, with the others",
    },
    Rule {
        name: "place.relative",
        pattern: "a name with words before it that move or narrow it (\"25 km from\", \"outskirts of\")",
        production: "the place named, with a radius that reaches as far as the words may",
    },
    Rule {
        name: "place.state",
        pattern: "a state's abbreviation after a town (\"Fla.\")",
        production: "the state",
    },
    Rule {
        name: "place.street",
        pattern: "a name before \"Street\", \"Avenue\", \"Highway\"",
        production: "a part of the settlement the text is mainly about",
    },
    Rule {
        name: "place.unlisted",
        pattern: "a name no list has beside \"village of\", \"селі\", \"деревня\"",
        production: "a place of its own that is nowhere on the map, so that no other is taken for it",
    },
    Rule {
        name: "place.within",
        pattern: "a place's name inside another name (\"Kharkiv National University\")",
        production: "the place, never as where something happened",
    },
    Rule {
        name: "quote.according",
        pattern: "\"according to X\", \"за словами X\", \"по данным X\"",
        production: "the sentence, as X's",
    },
    Rule {
        name: "quote.attitude",
        pattern: "\"X wants\", \"X fears\", \"X blamed\": a verb that tells what someone thinks, wants or judges",
        production: "what it is about, as reported of X and not said by X",
    },
    Rule {
        name: "quote.direct",
        pattern: "words in quotation marks beside a word of saying and a speaker",
        production: "the words, as the speaker's own",
    },
    Rule {
        name: "quote.hearsay",
        pattern: "\"reportedly\", \"allegedly\"",
        production: "what follows, as said by someone the text does not name",
    },
    Rule {
        name: "quote.indirect",
        pattern: "\"X said that …\", \"…, X said\", with no quotation marks",
        production: "the clause, as the speaker's in the writer's words",
    },
    Rule {
        name: "quote.noun",
        pattern: "\"X's claim that …\", \"a warning from X\"",
        production: "what the noun is of, as reported of X",
    },
    Rule {
        name: "quote.of_before",
        pattern: "\"Про це повідомляє X\", \"Об этом сообщает X\"",
        production: "the sentence before, as X's",
    },
    Rule {
        name: "quote.passive",
        pattern: "\"residents were told that …\", \"it was announced that …\"",
        production: "what follows, as said by whom \"by\" names or by someone the text does not name",
    },
    Rule {
        name: "quote.poll",
        pattern: "\"… in a poll by X\"",
        production: "the finding, as the poll's",
    },
    Rule {
        name: "quote.question",
        pattern: "\"asked whether …\"",
        production: "the question, as the asker's",
    },
    Rule {
        name: "quote.relayed",
        pattern: "\"X quoted Y as saying …\"",
        production: "the words as Y's, through X",
    },
    Rule {
        name: "quote.script",
        pattern: "a name and a colon at the head of a line",
        production: "the line, as that speaker's",
    },
    Rule {
        name: "quote.stated",
        pattern: "\"у заяві X йдеться, що …\", \"в сообщении X говорится, что …\"",
        production: "what the paper says, as X's",
    },
    Rule {
        name: "quote.unclaimed",
        pattern: "a quotation of more than three words that no word of saying claims",
        production: "what its neighbour's speaker says, or a speaker the text does not name",
    },
    Rule {
        name: "restrict.live_position",
        pattern: "where the people who report are as they write",
        production: "a passage proposed to stay out",
    },
    Rule {
        name: "restrict.personal_data",
        pattern: "a telephone number, an address of a home, a document's number",
        production: "a passage proposed to stay out",
    },
    Rule {
        name: "restrict.prisoner",
        pattern: "prisoners shown or named",
        production: "a passage proposed to stay out",
    },
    Rule {
        name: "restrict.shelter",
        pattern: "where people shelter",
        production: "a passage proposed to stay out",
    },
    Rule {
        name: "restrict.unnamed_source",
        pattern: "a source who asked not to be known, with what could make them known",
        production: "a passage proposed to stay out",
    },
    Rule {
        name: "statement",
        pattern: "a clause that someone is said to have said",
        production: "a statement",
    },
    Rule {
        name: "tally.captured",
        pattern: "an amount of people or things with a word for being taken prisoner or seized",
        production: "a count of those captured",
    },
    Rule {
        name: "tally.counted",
        pattern: "an amount of people or things, and nothing said of what became of them",
        production: "a count",
    },
    Rule {
        name: "tally.detained",
        pattern: "an amount of people with a word for arrest or detention",
        production: "a count of those detained",
    },
    Rule {
        name: "tally.displaced",
        pattern: "an amount of people with a word for flight or evacuation",
        production: "a count of those displaced",
    },
    Rule {
        name: "tally.killed",
        pattern: "an amount of people with a word for death",
        production: "a count of those killed",
    },
    Rule {
        name: "tally.missing",
        pattern: "an amount of people with a word for being missing",
        production: "a count of those missing",
    },
    Rule {
        name: "tally.named",
        pattern: "a name or a word for people beside what became of them: \"the murder of the mayor\"",
        production: "one person harmed, or two and more for a plural; never a count of all",
    },
    Rule {
        name: "tally.none",
        pattern: "\"no casualties\", \"nobody was hurt\"",
        production: "a count of none",
    },
    Rule {
        name: "tally.one",
        pattern: "one person or thing named by an article or a noun alone: \"a woman was killed\"",
        production: "a count of one",
    },
    Rule {
        name: "tally.others",
        pattern: "\"three others were wounded\": others than those told of",
        production: "a count beside those told of, never of all",
    },
    Rule {
        name: "tally.rescued",
        pattern: "an amount of people with a word for being rescued",
        production: "a count of those rescued",
    },
    Rule {
        name: "tally.share",
        pattern: "\"two of the victims\": a number of a group told of",
        production: "a count of some, never of all",
    },
    Rule {
        name: "tally.surrendered",
        pattern: "an amount of people with a word for surrender",
        production: "a count of those who surrendered",
    },
    Rule {
        name: "tally.trapped",
        pattern: "an amount of people with a word for being trapped or under rubble",
        production: "a count of those trapped",
    },
    Rule {
        name: "tally.victims",
        pattern: "an amount with \"victims\", \"casualties\", or with death and injury together",
        production: "a count that says neither killed nor injured",
    },
    Rule {
        name: "tally.wounded",
        pattern: "an amount of people with a word for injury",
        production: "a count of those wounded",
    },
    Rule {
        name: "time.ago",
        pattern: "\"two weeks ago\", \"three days later\"",
        production: "the day counted from the anchor, as fine as the unit",
    },
    Rule {
        name: "time.beside",
        pattern: "\"the eve of Victory Day\", \"the day before 5 May\"",
        production: "DATE: the day before or after the one named",
    },
    Rule {
        name: "time.clock",
        pattern: "a clock time, with the day beside it",
        production: "TIME: that minute",
    },
    Rule {
        name: "time.coming",
        pattern: "\"in the coming weeks\"",
        production: "DURATION, from the anchor's day on and open at its far end",
    },
    Rule {
        name: "time.date",
        pattern: "a date by calendar: day, month, year in any order",
        production: "DATE: that day, month or year",
    },
    Rule {
        name: "time.duration",
        pattern: "a number of units of time",
        production: "DURATION",
    },
    Rule {
        name: "time.event_day",
        pattern: "\"the third day of the war\", \"day 10 of the siege\"",
        production: "DATE: counted from the start of that event if the text dates it once; else no date",
    },
    Rule {
        name: "time.holiday",
        pattern: "a day with a name that means one day everywhere: \"New Year's Eve\", \"Orthodox Easter\"",
        production: "DATE: that day of the year said, or of the nearest",
    },
    Rule {
        name: "time.later",
        pattern: "\"in three days\", counted from the day told or, with a verb to come, from the anchor",
        production: "DATE: that day, as fine as the unit",
    },
    Rule {
        name: "time.month",
        pattern: "\"last November\", \"this September\"",
        production: "DATE: the nearest such month on the side meant",
    },
    Rule {
        name: "time.overnight",
        pattern: "\"overnight\", \"during the night\"",
        production: "TIME: the night before the anchor's day",
    },
    Rule {
        name: "time.part_of_day",
        pattern: "\"Sunday morning\", \"in the evening\"",
        production: "TIME: those hours of that day",
    },
    Rule {
        name: "time.period",
        pattern: "\"this week\", \"last month\", \"next year\"",
        production: "DATE: the week, month or year meant",
    },
    Rule {
        name: "time.quarter",
        pattern: "\"the year-ago quarter\", \"the latest period\", \"fiscal 1989\"",
        production: "DATE: the quarter or business year compared with; no bounds for what a firm calls its year",
    },
    Rule {
        name: "time.quarter_named",
        pattern: "\"the third quarter\", \"this year's first quarter\"",
        production: "DATE: those three months of the year meant",
    },
    Rule {
        name: "time.recent",
        pattern: "\"recently\", \"in recent days\"",
        production: "PAST_REF, open at its far end",
    },
    Rule {
        name: "time.reference",
        pattern: "\"now\", \"currently\"",
        production: "PRESENT_REF",
    },
    Rule {
        name: "time.season",
        pattern: "\"last fall\", \"spring of 1863\", \"the weekend\", \"the 1990s\", \"the 19th century\"",
        production: "DATE: that season, weekend, decade or century",
    },
    Rule {
        name: "time.set",
        pattern: "\"every day\", \"on Mondays\", \"twice a week\", \"every few hours\"",
        production: "SET",
    },
    Rule {
        name: "time.today",
        pattern: "\"today\", \"yesterday\", \"tomorrow\"",
        production: "DATE: that day",
    },
    Rule {
        name: "time.told_day",
        pattern: "\"that day\", \"the same day\"",
        production: "DATE: the day told of before",
    },
    Rule {
        name: "time.told_year",
        pattern: "\"that year\", \"the following year\"",
        production: "DATE: counted from the year told before",
    },
    Rule {
        name: "time.tonight",
        pattern: "\"tonight\"",
        production: "TIME: the night that begins on the anchor's day",
    },
    Rule {
        name: "time.weekday",
        pattern: "a weekday, with \"last\" or \"next\" or alone",
        production: "DATE: the nearest such day on the side meant",
    },
    Rule {
        name: "time.window",
        pattern: "\"the last 12 hours\", \"the next three days\"",
        production: "DURATION with bounds counted from the anchor",
    },
    Rule {
        name: "time.year",
        pattern: "a year alone",
        production: "DATE: that year",
    },
];
