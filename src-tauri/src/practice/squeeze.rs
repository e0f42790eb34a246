//! Answers compressed on the wire, for whoever asks for gzip.
//! Must never touch an answer that a fault has to do with: its bytes are counted as they were written.

use axum::http::Response;
use axum::response::Response as Answer;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};

/// Answers shorter than this are sent as they are: what fits into one packet gains nothing.
const WORTH_IT: u16 = 1_400;

/// The mark of an answer that may be compressed.
#[derive(Clone, Copy)]
struct Untouched;

/// Lets an answer be compressed.
pub(super) fn allow(answer: &mut Answer) {
    answer.extensions_mut().insert(Untouched);
}

/// Compresses what may be.
pub(super) fn layer() -> CompressionLayer<And<SizeAbove, Allowed>> {
    let worth_it = SizeAbove::new(WORTH_IT).and(Allowed);
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(worth_it)
}

/// Whether an answer bears the mark.
#[derive(Clone, Copy)]
pub(super) struct Allowed;

impl Predicate for Allowed {
    fn should_compress<B>(&self, response: &Response<B>) -> bool
    where
        B: axum::body::HttpBody,
    {
        response.extensions().get::<Untouched>().is_some()
    }
}
