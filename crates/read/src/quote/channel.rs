//! Through which medium: "on Facebook", "in a statement", "told state television".

use std::ops::Range;

use bearings_model::Channel;

use crate::language::Language;
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static CHANNELS: Channel = {
        Channel::Telegram => "on telegram, telegram channel, via telegram, telegram post, telegram message, in telegram",
        Channel::Facebook => "on facebook, facebook post, via facebook, facebook page",
        Channel::Twitter => "on twitter, in a tweet, tweeted, on x, twitter post",
        Channel::SocialMedia => "on social media, social media post, on instagram, on tiktok, on youtube, on vkontakte, on viber",
        Channel::Statement => "in a statement, a statement, statement said, statement says, press release, news release, in a written statement",
        Channel::PressBriefing => "at a briefing, news conference, press conference, press briefing, in a briefing, told reporters, told journalists",
        Channel::Television => "state television, on television, tv channel, state tv, national television, on tv, televised, video address",
        Channel::Radio => "radio station, on radio, on the radio, told radio, local radio",
        Channel::Interview => "in an interview, in a interview, by phone, by telephone, in an interview with",
        Channel::Video => "in the video, in a video, in the clip, in the footage, looking at the video, looking at the footage, reviewing the footage, watching the video, after viewing the footage, analysing the footage, analyzing the footage",
        Channel::SatelliteImagery => "satellite imagery, satellite images, satellite image, satellite photos, satellite pictures",
        Channel::NewsAgency => "news agency, told reuters, told afp, told ap, told the associated press, told agence france-presse, told interfax, told tass",
    };
}

phrases! {
    /// Ukrainian and Russian, whose words do not collide.
    static CHANNELS_SLAVIC: Channel = {
        Channel::Telegram => "telegram, telegram - канал*, телеграм*, телеграм - канал*",
        Channel::Facebook => "facebook, фейсбу*",
        Channel::Twitter => "twitter, твітер*, твиттер*, мережі x, мережі х, соцмережі x, соцмережі х, сети x, сети х, соцсети x, соцсети х",
        Channel::SocialMedia => "вконтакте, соцмереж*, соціальних мережах, соцсет*, социальных сетях, instagram, viber, youtube, tiktok",
        Channel::PressBriefing => "брифінг*, брифинг*, пресконференці*, прес - конференці*, пресс - конференци*",
        Channel::Statement => "у заяві, в заяві, в заявлении, заявою, пресреліз*, прес - реліз*, пресс - релиз*",
        Channel::Television => "в ефірі, в эфире, телемарафон*, телебаченн*, телевиден*, телеканалу, телеканала",
        Channel::Radio => "радіо, радио, в ефірі радіо*, в эфире радио*, в ефірі українського радіо, в эфире украинского радио",
        Channel::Interview => "в інтерв'ю, у інтерв'ю, в интервью",
        Channel::Video => "у відео, на відео, на відеозаписі, на записі, у відеозверненні, на видео, в видео, на видеозаписи, на записи, в видеообращении",
        Channel::NewsAgency => "інформагентств*, информагентств*, reuters, рейтер*, afp",
    };
}

/// The first medium named in a token range.
pub(crate) fn channel(text: &Text, range: Range<usize>) -> Option<Channel> {
    let table = match text.language {
        Language::English => &CHANNELS,
        _ => &CHANNELS_SLAVIC,
    };
    table.find(text, range).map(|(_, found)| *found.value)
}
