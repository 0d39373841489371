//! Text to claims: who says what, through whom, how firmly, how many, when and where.
