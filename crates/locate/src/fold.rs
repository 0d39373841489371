//! One spelling for all spellings that differ only in case, accents or apostrophes.
//!
//! `build.rs` compiles this file too: what is folded when packing must be folded when asking.

/// Lower case, plain apostrophes, no accents over Latin letters.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '’' | 'ʼ' | '‘' | '`' | '´' | 'ʹ' | '′' => folded.push('\''),
            '‐' | '‑' | '–' | '—' => folded.push('-'),
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'Á' | 'À' | 'Â' | 'Ä' | 'Å' =>
            {
                folded.push('a');
            }
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'É' | 'È' => folded.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'İ' => folded.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'Ö' | 'Ø' => folded.push('o'),
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'Ü' => folded.push('u'),
            'ç' | 'ć' | 'č' | 'Č' => folded.push('c'),
            'ñ' | 'ń' => folded.push('n'),
            'ś' | 'š' | 'ş' | 'Š' => folded.push('s'),
            'ž' | 'ź' | 'ż' | 'Ž' => folded.push('z'),
            'ł' | 'Ł' => folded.push('l'),
            '\u{0301}' => {}
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded
}
