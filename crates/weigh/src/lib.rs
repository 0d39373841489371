//! Origins, tallies, contradictions, forecasts and the wording of an account.
