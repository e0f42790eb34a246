//! Prints everything that any crate of the program logs or traces, however small: a person may switch that on.
//! It must never leave out a field.

use std::fmt;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

struct Everything;

/// For the whole process, from now on.
pub(super) fn print_everything() {
    log::set_logger(&Everything).expect("the only logger");
    log::set_max_level(log::LevelFilter::Trace);
    tracing::subscriber::set_global_default(Everything).expect("the only subscriber");
}

impl log::Log for Everything {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        eprintln!("log {} {}: {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}

struct Printed<'a>(&'a str);

impl Visit for Printed<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        eprintln!("trace {}: {field} = {value:?}", self.0);
    }
}

impl Subscriber for Everything {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Printed(span.metadata().name()));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Printed("span"));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Printed(event.metadata().target()));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
